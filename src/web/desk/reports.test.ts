import { beforeAll, expect, test } from 'vitest'
import { eightMonths } from '#test/eight-months.ts'
import { useOfficers } from '#test/officers-site.ts'
import { writeReceived } from '#test/received.ts'

const site = useOfficers()
let cookie = ''

const months = '?tu=2024-05-01&den=2024-12-31'
const get = (path: string) => site.get(path, cookie)

beforeAll(async () => {
  cookie = (await site.enter('officer')).cookie
})

test('before the first request the page says that there is nothing yet', async () => {
  const page = await get('/ban/bao-cao')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Chưa có yêu cầu nào.')
  await writeReceived(site.office.owner, site.office.officeId, eightMonths)
})

test('the eight months of 2024 say 27 = 11 + 2 + 2 + 8 + 4', async () => {
  const page = await get(`/ban/bao-cao${months}`)
  expect(page.text).toContain('Báo cáo từ 01/05/2024 đến hết 31/12/2024')
  const cross = /Thủ tục và cơ quan giải quyết.*?<\/table>/s.exec(page.html)![0]
  const totals = [...cross.matchAll(/<b>(\d+)<\/b>/g)].map((it) => Number(it[1]))
  expect(totals.toSorted((a, b) => b - a)).toEqual([11, 8, 4, 2, 2])
  expect(cross).toMatch(/<tfoot>.*27<\/td><\/tr><\/tfoot>/s)
  expect(page.html).toMatch(/<dt>yêu cầu đã tiếp nhận<\/dt><dd>27<\/dd>/)
  expect(page.text).toContain('Thành phố Hồ Chí Minh')
  expect(page.text).toContain('Lai Châu')
})

test('without a period it counts from the first request to the last', async () => {
  const page = await get('/ban/bao-cao')
  expect(page.text).toContain('Báo cáo từ 03/05/2024')
  expect(page.text).toContain('Cả năm 2024')
  expect(page.text).toContain('gửi trước')
})

test('a month without a request is told, and its downloads are still there', async () => {
  const page = await get('/ban/bao-cao?tu=2026-01-01&den=2026-01-31')
  expect(page.text).toContain('Không có yêu cầu nào trong kỳ này')
})

test.each([
  ['?tu=&den=2024-12-31', 'tu', 'Chọn ngày bắt đầu.'],
  ['?tu=2024-05-01&den=2024-02-31', 'den', 'Chọn ngày kết thúc.'],
  ['?tu=2024-12-31&den=2024-05-01', 'den', 'Ngày cuối phải bằng hoặc sau ngày đầu.'],
  ['?tu=1990-01-01&den=2024-05-01', 'tu', 'Mỗi báo cáo gồm nhiều nhất 20 năm.'],
])('the period %s is refused beside its field, and stays typed', async (days, field, said) => {
  for (const path of ['/ban/bao-cao', '/ban/bao-cao.csv', '/ban/bao-cao.xlsx']) {
    const page = await get(path + days)
    expect(page.status).toBe(422)
    expect(page.html).toMatch(new RegExp(`id="o-${field}-error">${said}`))
  }
})

test('the table is downloaded as CSV under its Vietnamese name', async () => {
  const { headers, html } = await get(`/ban/bao-cao.csv${months}`)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="Bao cao tai cho 2024-05-01 den 2024-12-31.csv"; ' +
      "filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20t%E1%BA%A1i%20ch%E1%BB%97%202024-05-01%20%C4%91%E1%BA%BFn%202024-12-31.csv",
  )
  expect(html).toContain('Sở Tư pháp')
})

test('the report is downloaded as a workbook that is one', async () => {
  const { headers, html } = await get(`/ban/bao-cao.xlsx${months}`)
  expect(headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  )
  expect(headers.get('content-disposition')).toContain("filename*=UTF-8''B%C3%A1o")
  expect(html.startsWith('PK')).toBe(true)
})

test('the report is whole in English too', async () => {
  const page = await site.get(`/en/ban/bao-cao${months}`, cookie)
  expect(page.text).toContain('Report, 1 May 2024 to 31 December 2024')
  expect(page.text).toContain('How trips saved are counted')
})

test('who signs in without the right, or not at all, gets no figures', async () => {
  expect((await site.get(`/ban/bao-cao.csv${months}`)).status).toBe(303)
  const viewer = await site.enter('province_viewer')
  expect((await site.get('/ban/bao-cao', viewer.cookie)).status).toBe(200)
})
