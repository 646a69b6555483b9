import { beforeAll, describe, expect, test } from 'vitest'
import { eightMonths } from '#test/eight-months.ts'
import { writeReceived } from '#test/received.ts'
import { useSite } from '#test/site.ts'

const site = useSite()
const year2024 = '/vu-ban/so-lieu?tu=2024-01-01&den=2024-12-31'

beforeAll(() => writeReceived(site.office.owner, site.office.officeId, eightMonths))

describe('the public figures', () => {
  test('of 2024 are those of the article: 27 = 11 + 2 + 2 + 8 + 4', async () => {
    const { text, title } = await site.get(year2024)

    expect(title).toBe('Số liệu công khai năm 2024')
    expect(text).toContain('việc đã giúp 27')
    const table = text.slice(text.indexOf('Từng thủ tục'), text.indexOf('Cách tính'))
    const counts = [...table.matchAll(/ (\d+) (?:\d+%|–) \d+ /g)].map((row) => Number(row[1]))
    expect(counts).toEqual([11, 8, 4, 2, 2, 27])
  })

  test('tell where people came from by kind only', async () => {
    const { text } = await site.get(year2024)

    expect(text).toMatch(/Bà con từ đâu đến .*Tỉnh khác\s+2/)
    expect(text).not.toContain('Lai Châu')
  })

  test('begin with this year and offer every year since the first', async () => {
    const { text, html, title } = await site.get('/vu-ban/so-lieu')

    expect(title).toBe('Số liệu công khai năm 2026')
    expect(text).toContain('Chưa có hồ sơ nào trong thời gian này.')
    expect(html).toContain('href="/vu-ban/so-lieu?tu=2024-01-01&amp;den=2024-12-31"')
    expect(text).toContain('Từ đầu đến nay')
  })

  test('take days as people write them', async () => {
    const { text, title } = await site.get('/vu-ban/so-lieu?tu=1/5/2024&den=31/12/2024')

    expect(title).toBe('Số liệu công khai từ 01/05/2024 đến 31/12/2024')
    expect(text).toContain('việc đã giúp 27')
  })

  test('keep a mistyped day in its field and say what to do', async () => {
    const wrong = await site.get('/vu-ban/so-lieu?tu=hom-qua&den=31/12/2024')
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="hom-qua"')
    expect(wrong.text).toContain('Nhập ngày bắt đầu')

    const backwards = await site.get('/vu-ban/so-lieu?tu=31/12/2024&den=01/05/2024')
    expect(backwards.status).toBe(422)
    expect(backwards.text).toContain('Ngày cuối phải bằng hoặc sau ngày đầu.')
  })

  test('are complete in English', async () => {
    const { text } = await site.get(`/en${year2024}`)

    expect(text).toContain('requests helped 27')
    expect(text).toContain('How this is counted')
  })
})
