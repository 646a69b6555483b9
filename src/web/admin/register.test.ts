import { beforeAll, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { listBusinesses, listHamletWays } from '#src/modules/reach/index.ts'
import { useOfficers } from '#test/officers-site.ts'
import { readWorkbook } from '#test/workbook.ts'

const site = useOfficers()
let cookie: string

beforeAll(async () => {
  ;({ cookie } = await site.enter('office_admin'))
})

const send = (path: string, form: FormData) =>
  site.send(path, { method: 'POST', body: form, headers: { cookie, origin: 'http://localhost' } })

function sent(fields: Record<string, string>, file?: Buffer): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', new File([new Uint8Array(file)], 'danh-sach.xlsx'))
  return form
}

test('a hamlet is written down with its loudspeaker, its head, and a phone that is shown on asking', async () => {
  const saved = await site.post(
    '/quan-tri/thon',
    {
      ...{ name: 'Thôn Đông', households: '210', headName: 'Trần Văn Mẫu' },
      ...{ contactPhone: '0912 345 678', 'loudspeaker[]': 'yes' },
    },
    { cookie },
  )
  expect(saved.location).toBe('/quan-tri/thon?xong=thon')
  const list = await site.get('/quan-tri/thon', cookie)
  expect(list.text).toContain('210 hộ · có cụm loa · Trần Văn Mẫu')
  const [hamlet] = await listHamletWays(site.owner())
  const page = await site.get(`/quan-tri/thon/${hamlet!.id}`, cookie)
  expect(page.text).toContain('Đang ghi một số. Để trống thì giữ nguyên số đó.')
  expect(page.html).not.toContain('912')

  const shown = await site.post(`/quan-tri/thon/${hamlet!.id}/so`, {}, { cookie })
  expect(shown.text).toContain('Số điện thoại: 0912345678')
  const trail = await site.get('/quan-tri/nhat-ky', cookie)
  expect(trail.text).toContain('Xem số điện thoại')

  const wrong = await site.post(
    `/quan-tri/thon/${hamlet!.id}`,
    { name: 'Thôn Đông', contactPhone: '12' },
    { cookie },
  )
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="12"')
})

test('a business is written down, corrected, and taken off the list without losing its phone', async () => {
  const saved = await site.post(
    '/quan-tri/doanh-nghiep',
    { name: 'Công ty May Mẫu', workers: '1200', contactPhone: '0228 3812 345' },
    { cookie },
  )
  expect(saved.location).toBe('/quan-tri/doanh-nghiep?xong=doanh-nghiep')
  const [business] = await listBusinesses(site.owner())
  const path = `/quan-tri/doanh-nghiep/${business!.id}`
  await site.post(path, { name: 'Công ty May Mẫu', workers: '1300' }, { cookie })
  expect(await listBusinesses(site.owner())).toEqual([
    expect.objectContaining({ workers: 1300, inUse: false, hasPhone: true }),
  ])
  expect((await site.get('/quan-tri/doanh-nghiep', cookie)).text).toContain(
    '1.300 lao động đã nghỉ',
  )
  await site.post(path, { name: 'Công ty May Mẫu', 'dropPhone[]': 'yes' }, { cookie })
  expect((await listBusinesses(site.owner()))[0]!.hasPhone).toBe(false)
  const taken = await site.post('/quan-tri/doanh-nghiep', { name: 'CÔNG TY MAY MẪU' }, { cookie })
  expect(taken.status).toBe(422)
  expect(taken.text).toContain('Đã có doanh nghiệp mang tên này.')
})

test('a list is seen before it is taken, with each bad row’s trouble beside it', async () => {
  const pasted = 'Thôn\tSố hộ\tCó cụm loa\nThôn Nam\t120\tcó\nThôn Bắc\tít\tkhông'
  const seen = await send('/quan-tri/nhap/thon', sent({ table: pasted }))
  expect(seen.status).toBe(200)
  expect(seen.text).toContain(
    '1 dòng thêm mới, 0 dòng thay đổi, 0 dòng giữ nguyên, 1 dòng chưa đúng.',
  )
  expect(seen.text).toMatch(/3 Thôn Bắc chưa đúng Số hộ là số từ 0 đến 20\.000\./)
  expect(seen.html).not.toContain('value="nhap"')
  const names = async () => (await listHamletWays(site.owner())).map((it) => it.name)
  expect(await names()).not.toContain('Thôn Nam')
  const forced = await send('/quan-tri/nhap/thon', sent({ table: pasted, do: 'nhap' }))
  expect(forced.status).toBe(422)
  expect(forced.text).toContain('Còn 1 dòng chưa đúng, nên chưa nhập dòng nào.')
  expect(await names()).not.toContain('Thôn Nam')
})

test('the template comes back filled in, and a second time changes nothing', async () => {
  const template = await site.send('/quan-tri/nhap/doanh-nghiep/mau.xlsx', { headers: { cookie } })
  expect(template.headers.get('content-disposition')).toContain('Danh%20s%C3%A1ch%20doanh%20nghi')
  const text = (value: string) => ({ value, type: String })
  const header = ['Doanh nghiệp', 'Số lao động', 'Người liên hệ', 'Điện thoại liên hệ', 'Thôn']
  const file = await writeExcelFile([
    header.map(text),
    [
      text('Xưởng "Gỗ"\tMẫu'),
      { value: 45, type: Number },
      text('Bà Mẫu'),
      { value: 912000333, type: Number },
      text('thôn đông'),
    ],
  ]).toBuffer()
  const seen = await send('/quan-tri/nhap/doanh-nghiep', sent({}, file))
  expect(seen.text).toContain('1 dòng thêm mới, 0 dòng thay đổi')
  const carried = /<textarea name="table" hidden="">([^]*?)<\/textarea>/.exec(seen.html)![1]!
  const table = carried.replaceAll('&quot;', '"')
  const taken = await send('/quan-tri/nhap/doanh-nghiep', sent({ table, do: 'nhap' }))
  expect(taken.location).toBe('/quan-tri/doanh-nghiep?xong=nhap')
  const again = await send('/quan-tri/nhap/doanh-nghiep', sent({}, file))
  expect(again.text).toContain('Tất cả đã ghi như vậy rồi, không có gì để nhập.')
  const business = (await listBusinesses(site.owner())).find((it) => it.workers === 45)
  expect(business).toMatchObject({ name: 'Xưởng "Gỗ" Mẫu', contactName: 'Bà Mẫu', hasPhone: true })
})

test('a file that is no table is refused in words, and what was pasted is not lost', async () => {
  const broken = await send('/quan-tri/nhap/thon', sent({}, Buffer.from('PK\x03\x04 hỏng')))
  expect(broken.status).toBe(422)
  expect(broken.text).toContain('Không đọc được tệp này.')
  const nameless = await send('/quan-tri/nhap/thon', sent({ table: 'Số hộ\n12' }))
  expect(nameless.text).toContain('Dòng đầu của bảng thiếu cột: Thôn.')
  expect(nameless.html).toMatch(/Số hộ\r?\n12/)
})

test('only who keeps the settings opens the register', async () => {
  const { cookie: officer } = await site.enter('officer')
  for (const path of [
    '/quan-tri/doanh-nghiep',
    '/quan-tri/nhap/thon',
    '/quan-tri/nhap/thon/mau.xlsx',
  ])
    expect((await site.get(path, officer)).status).toBe(403)
})

test('the template says what is on record, but no phone', async () => {
  const { headers } = await site.send('/quan-tri/nhap/thon/mau.xlsx', { headers: { cookie } })
  expect(headers.get('content-type')).toContain('spreadsheetml')
  const { writeRegister } = await import('#src/modules/reach/index.ts')
  const file = await writeRegister(site.owner(), { kind: 'hamlets', lang: 'vi' })
  const [sheet] = readWorkbook(file)
  const rows = sheet!.rows.map((row) => row.map((cell) => cell?.text ?? ''))
  expect(rows[0]).toEqual([
    ...['Thôn', 'Số hộ', 'Có cụm loa', 'Trưởng thôn', 'Điện thoại trưởng thôn'],
  ])
  expect(rows[1]!.slice(0, 4)).toEqual(['Thôn Đông', '210', 'có', 'Trần Văn Mẫu'])
})
