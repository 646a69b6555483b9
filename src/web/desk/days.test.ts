import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { addVenue } from '#src/modules/offices/index.ts'
import { getServiceDay, listServiceDays } from '#src/modules/service-days/index.ts'
import { writeNation } from '#test/nation.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
const day = (iso: string) => Temporal.PlainDate.from(iso)
let cookie = ''
let venueId = ''
let officerId = ''

beforeAll(async () => {
  await writeNation(site.office.owner)
  await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.office.owner }) }))
  const officer = await site.enter('officer')
  cookie = officer.cookie
  officerId = officer.id
})

const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string | string[]>) =>
  site.post(path, form, { cookie })

const fridays = () => ({
  nameVi: 'Ngày thứ 6 tại chỗ',
  nameEn: '',
  weekday: '5',
  validFrom: '2026-11-01',
  validTo: '',
  venueId,
  morningFrom: '07:30',
  morningTo: '11:30',
  afternoonFrom: '13:30',
  afternoonTo: '17:00',
  capacity: '40',
  holidayPolicy: 'day_before',
  'officerIds[]': [officerId],
  'promised[]': ['1.004873', '2.000635'],
  'sameDay[]': ['2.000635'],
  others: '',
  partner_police: 'Công an xã Vụ Bản; Tổ CSGT lưu động',
})

const planned = () =>
  listServiceDays(site.owner(), { from: day('2026-11-20'), to: day('2027-12-31') })

test('an office without a programme or a place is told what comes first', async () => {
  const list = await get('/ban/ngay')
  expect(list.text).toContain('Chưa có chương trình nào')
  expect((await get('/ban/chuong-trinh/moi')).text).toContain('Chưa có nơi nào để ngồi')
  venueId = (await addVenue(site.owner(), { kind: 'hall', name: 'Hội trường xã Vụ Bản' })).id
})

test('a programme is refused beside its field, and everything typed stays', async () => {
  const page = await post('/ban/chuong-trinh/moi', {
    ...fridays(),
    nameVi: '',
    'officerIds[]': [],
  })
  expect(page.status).toBe(422)
  expect(page.html).toMatch(/id="o-nameVi-error">Đặt tên cho chương trình/)
  expect(page.html).toMatch(/name="promised\[\]" value="1\.004873" checked/)
  expect(page.html).toContain('value="Công an xã Vụ Bản; Tổ CSGT lưu động"')
  expect(page.html).toMatch(/value="day_before" checked/)
  expect(page.html).not.toMatch(new RegExp(`value="${officerId}" checked`))
})

test.each([
  ['venueId', { venueId: '' }, 'Chọn nơi ngồi.'],
  ['weekday', { weekday: '9' }, 'Chọn một thứ trong tuần.'],
  ['hours', { morningTo: '06:00' }, 'Giờ bắt đầu phải trước giờ kết thúc'],
  ['hours', { morningTo: '' }, 'Nhập giờ theo dạng 07:30.'],
  ['capacity', { capacity: 'nhiều' }, 'Nhập số người tiếp được'],
  ['validFrom', { validFrom: '' }, 'Chọn ngày bắt đầu.'],
  ['validTo', { validTo: '2026-10-01' }, 'Ngày kết thúc phải sau ngày bắt đầu.'],
  ['procedures', { others: '9.999999' }, 'Có thủ tục không có trong danh mục.'],
])('a wrong %s of a programme is said beside it', async (field, wrong, said) => {
  const page = await post('/ban/chuong-trinh/moi', { ...fridays(), ...wrong })
  expect(page.status).toBe(422)
  expect(page.html).toContain(`href="#o-${field}"`)
  expect(page.html).toContain(`id="o-${field}"`)
  expect(page.html.split(said).length).toBe(3)
})

test('a programme is set up, and its days are planned around the holidays', async () => {
  const done = await post('/ban/chuong-trinh/moi', fridays())
  expect(done.location).toBe('/ban/ngay?xong=programmeAdded')
  expect((await get(done.location!)).text).toContain('Nay lập lịch để có ngày cụ thể.')

  expect((await post('/ban/ngay/lap-lich', { until: '' })).text).toContain('Chọn lập lịch đến')
  const tooFar = await post('/ban/ngay/lap-lich', { until: '2029-01-01' })
  expect(tooFar.html).toMatch(/id="o-until-error">Chỉ lập lịch trước nhiều nhất 400 ngày/)
  expect((await post('/ban/ngay/lap-lich', { until: '2027-01-31' })).location).toBe(
    '/ban/ngay?xong=planned',
  )
  expect((await post('/ban/ngay/lap-lich', { until: '2027-01-31' })).location).toBe(
    '/ban/ngay?xong=nothingPlanned',
  )

  const list = await get('/ban/ngay')
  expect(list.text).toContain('Thứ Sáu 20/11/2026')
  // New Year's Day 2027 is a Friday.
  expect(list.text).toContain('Thay cho Thứ Sáu 01/01/2027')
})

test('a day is opened in its morning, closed with a reason, and opened again', async () => {
  const [first] = await planned()
  const address = `/ban/ngay/${first!.id}`
  const before = await get(address)
  expect(before.text).toContain('Công an xã Vụ Bản, Tổ CSGT lưu động')
  expect(before.text).toContain('Có kết quả trong ngày')
  expect(before.text).toContain('40 người')

  expect((await post(`${address}/mo`, {})).location).toBe(`${address}?xong=mo`)
  expect((await get(`${address}?xong=mo`)).text).toContain('Bàn đã mở.')
  const unsaid = await post(`${address}/dong`, { reason: ' ' })
  expect(unsaid.status).toBe(422)
  expect(unsaid.html).toMatch(/id="o-reason-error">Ghi lý do để bà con biết/)
  await post(`${address}/dong`, { reason: 'Mất điện' })
  const closed = await get(address)
  expect(closed.text).toContain('Mất điện')
  expect(closed.text).toContain('Mở lại bàn')
  const moved = await post(`${address}/doi`, { date: '2026-11-25', reason: 'Muộn' })
  expect(moved.text).toContain('Ngày này đã đóng, không sửa được nữa.')
})

test('a day is moved, with every date that cannot be said beside the field', async () => {
  const [, second, third] = await planned()
  const address = `/ban/ngay/${second!.id}/doi`
  const wrong = async (date: string) =>
    (await post(address, { date, reason: 'Hội trường bận', venueId })).html
  expect(await wrong('')).toMatch(/id="o-date-error">Chọn ngày/)
  expect(await wrong('2026-11-19')).toMatch(/id="o-date-error">Ngày này đã qua/)
  expect(await wrong('2026-11-24')).toMatch(/id="o-date-error">Hôm đó là ngày nghỉ/)
  expect(await wrong(third!.date.toString())).toMatch(/id="o-date-error">Hôm đó chương trình/)
  expect(await wrong(second!.date.toString())).toMatch(/id="o-date-error">Đang là đúng ngày đó/)

  const { location } = await post(address, { date: '2026-11-26', reason: 'Hội trường bận' })
  const page = await get(location!)
  expect(page.text).toContain('Đã dời ngày.')
  expect(page.text).toContain('Dời từ Thứ Sáu 27/11/2026. Lý do: Hội trường bận.')
})

test('a day is called off, and given hours of its own', async () => {
  const [, , third, fourth] = await planned()
  await post(`/ban/ngay/${third!.id}/nghi`, { reason: 'Cán bộ tập huấn' })
  const off = await get(`/ban/ngay/${third!.id}`)
  expect(off.text).toContain('Không tổ chức')
  expect(off.text).toContain('Cán bộ tập huấn')
  expect(off.text).toContain('Ngày này không còn gì phải làm.')

  await post(`/ban/ngay/${fourth!.id}/sua`, {
    venueId,
    morningFrom: '08:00',
    morningTo: '10:00',
    afternoonFrom: '',
    afternoonTo: '',
    capacity: '',
  })
  const changed = await getServiceDay(site.owner(), { serviceDayId: fourth!.id })
  expect(changed.hours).toEqual({ morning: { from: '08:00', to: '10:00' }, afternoon: null })
  expect(changed.capacity).toBeNull()
  expect(changed.officerIds).toEqual([])
})

test('a Sunday more is added, and a second one on the date is refused', async () => {
  const [any] = await planned()
  const form = {
    programmeId: any!.programmeId,
    date: '2026-12-06',
    reason: 'Phiên chợ Gôi',
    venueId: '',
    capacity: '',
  }
  expect((await post('/ban/ngay/them-ngay', { ...form, programmeId: '' })).text).toContain(
    'Chọn chương trình.',
  )
  const added = await post('/ban/ngay/them-ngay', form)
  expect((await get(added.location!)).text).toContain('Phiên chợ Gôi')
  const twice = await post('/ban/ngay/them-ngay', form)
  expect(twice.html).toMatch(/id="o-date-error">Hôm đó chương trình này đã có buổi/)
  expect(twice.html).toContain('Phiên chợ Gôi')
})

test('a programme is changed as one object, and ended with the reason told', async () => {
  const [any] = await planned()
  const address = `/ban/chuong-trinh/${any!.programmeId}`
  const page = await get(address)
  expect(page.html).toMatch(/name="sameDay\[\]" value="2\.000635" checked/)
  expect(page.text).toContain('Thứ không đổi được')
  const { weekday: _, validFrom: __, validTo: ___, ...terms } = fridays()
  const done = await post(address, { ...terms, nameVi: 'Thứ Sáu gần dân' })
  expect((await get(done.location!)).text).toContain('Thứ Sáu gần dân')

  const unsaid = await post(`${address}/ket-thuc`, { validTo: '2026-11-18', reason: '' })
  expect(unsaid.text).toContain('Ghi lý do để bà con biết.')
  const past = await post(`${address}/ket-thuc`, { validTo: '2026-11-18', reason: 'Gộp xã' })
  expect(past.html).toMatch(/id="o-validTo-error">Ngày này đã qua/)
  await post(`${address}/ket-thuc`, { validTo: '2026-12-31', reason: 'Gộp xã' })
  const list = await get('/ban/ngay')
  expect(list.text).toContain('đến hết 31/12/2026')
  expect(list.text).toContain('Gộp xã')
})

test('the officers’ pages are whole in English too', async () => {
  const [any] = await planned()
  for (const path of ['/ban/ngay', `/ban/ngay/${any!.id}`, `/ban/chuong-trinh/${any!.programmeId}`])
    expect((await site.get(`/en${path}`, cookie)).status).toBe(200)
  expect((await site.get('/en/ban/ngay', cookie)).text).toContain('Service days')
})

test('somebody who may not plan is shown no way to, and refused when they try', async () => {
  const viewer = await site.enter('province_viewer')
  const page = await site.get('/ban/ngay', viewer.cookie)
  expect(page.text).not.toContain('Lập lịch')
  const tried = await site.post(
    '/ban/ngay/lap-lich',
    { until: '2026-12-31' },
    { cookie: viewer.cookie },
  )
  expect(tried.status).toBe(422)
  expect((await site.get('/ban/ngay/khong-co', cookie)).status).toBe(404)
})
