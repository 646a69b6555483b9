import { beforeAll, describe, expect, test } from 'vitest'
import { otherOffice } from '#test/office.ts'
import { useSite } from '#test/site.ts'
import { loadPlaces } from '#src/modules/places/index.ts'

const site = useSite()

beforeAll(() => loadPlaces(String(site.office.owner.options.connectionString)), 120_000)

describe('the door of the site', () => {
  test('of a single office is its home, in both languages', async () => {
    const vi = await site.get('/')
    expect(vi.text).toContain('Bà con cần làm giấy tờ gì?')
    expect(vi.html).toContain('href="/en"')

    const en = await site.get('/en')
    expect(en.text).toContain('What do you need?')
    expect(en.html).toContain('href="/" lang="vi"')
  })

  test('of several asks for the commune and finds it by a former name', async () => {
    await otherOffice(site.office)
    const all = await site.get('/')
    expect(all.text).toContain('Bà con ở xã nào?')
    expect(all.html).toContain('href="/vu-ban"')

    const found = await site.get('/?q=goi%20vu%20ban')
    expect(found.text).toContain('Nơi phục vụ gần với “goi vu ban”')
    expect(found.text).toContain('Thị trấn Gôi nay là Xã Vụ Bản')
  })

  test('says when a commune has no desk here, and when no commune has such a name', async () => {
    const elsewhere = await site.get('/?q=hoan%20kiem')
    expect(elsewhere.text).toContain('Phường Hoàn Kiếm')
    expect(elsewhere.text).toContain('chưa có Bộ phận Một cửa dùng trang này')

    const nowhere = await site.get('/en?q=qqzzxxk')
    expect(nowhere.text).toContain('No commune has a name like “qqzzxxk”')
  })
})
