import { Kysely, PostgresDialect } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { DB } from '#src/base/database.generated.ts'
import { loadCatalogue } from '#src/modules/catalogue/index.ts'
import { findChoice } from '#src/modules/notices/index.ts'
import { addVenue, setCounter } from '#src/modules/offices/index.ts'
import { askWaitingList, listAppointments } from '#src/modules/queue/index.ts'
import {
  addProgramme,
  listServiceDays,
  openServiceDay,
  planDays,
} from '#src/modules/service-days/index.ts'
import { connected, playChannel, sendDue } from '#test/deliveries.ts'
import { writeNation } from '#test/nation.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
let cookie = ''
/** Fridays from 27/11/2026 on, mornings, two counters. */
let days: string[] = []
const date = (text: string) => Temporal.PlainDate.from(text)

beforeAll(async () => {
  await writeNation(site.office.owner)
  await loadCatalogue(new Kysely<DB>({ dialect: new PostgresDialect({ pool: site.office.owner }) }))
  cookie = (await site.enter('officer')).cookie
  const venue = await addVenue(site.owner(), { kind: 'hall', name: 'Hội trường xã Vụ Bản' })
  for (const number of [1, 2])
    await setCounter(site.owner(), { number, name: `Quầy ${number}`, inUse: true })
  await addProgramme(site.owner(), {
    ...{ nameVi: 'Ngày thứ 6 tại chỗ', nameEn: '', weekday: 5, venueId: venue.id },
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: null },
    ...{ officerIds: [], procedures: [], partners: [], capacity: null, holidayPolicy: 'skip' },
    ...{ validFrom: date('2026-11-27'), validTo: null },
  })
  await planDays(site.owner(), { until: date('2026-12-31') })
  const planned = await listServiceDays(site.owner(), {
    ...{ from: date('2026-11-27'), to: date('2026-12-31') },
  })
  days = planned.map((it) => it.id)
})

const get = (path: string) => site.get(path, cookie)
const post = (path: string, form: Record<string, string | string[]>) =>
  site.post(path, form, { cookie })
const booked = (day: number) => listAppointments(site.owner(), { serviceDayId: days[day]! })

const call = (differs: Record<string, string | string[]> = {}) => ({
  ...{ ngay: days[0]!, gio: '08:30', ten: 'Nguyễn Thị Mẫu', 'dien-thoai': '0912 344 821' },
  ...{ 'nguoi-dat': '', 'ghi-chu': '', khoa: crypto.randomUUID(), viec: 'dat' },
  ...differs,
})

async function books(differs: Record<string, string | string[]> = {}): Promise<string> {
  const { location } = await post('/ban/lich-hen/moi', call(differs))
  return location!.replace(/\?.*/, '')
}

test('the list of the next day says that nobody booked yet, and how to book', async () => {
  const page = await get('/ban/lich-hen')
  expect(page.text).toContain('Lịch hẹn Thứ Sáu 27/11/2026')
  expect(page.text).toContain('Chưa ai hẹn ngày này.')
  expect(page.html).toContain(`href="/ban/lich-hen/moi?ngay=${days[0]}"`)
})

test('a caller is booked on one page: what for, when, who', async () => {
  const form = await get(`/ban/lich-hen/moi?ngay=${days[0]}`)
  expect(form.html).toMatch(/name="gio" value="07:30"/)
  expect(form.html).toContain('data-key="Ctrl+Enter"')
  const done = await post(
    '/ban/lich-hen/moi',
    call({ 'thu-tuc[]': ['1.004873'], 'nguoi-dat': 'Trần Thị Con', 'ghi-chu': 'Đi xe lăn' }),
  )
  expect(done.location).toMatch(/^\/ban\/lich-hen\/[0-9a-f-]{36}\?xong=booked$/)
  const page = await get(done.location!)
  expect(page.text).toContain('Đọc mã hẹn cho bà con')
  expect(page.text).toContain('8 giờ 30 – 8 giờ 45, Thứ Sáu 27/11/2026')
  expect(page.text).not.toContain('0912344821')

  const list = await get(`/ban/lich-hen?ngay=${days[0]}`)
  for (const said of ['8 giờ 30', 'Nguyễn Thị Mẫu', 'Trần Thị Con đặt giúp', 'Đi xe lăn'])
    expect(list.text).toContain(said)
  expect(list.text).toContain('Chưa đến')
})

test('the free times of what was asked are shown, and nothing is booked by that', async () => {
  const before = (await booked(1)).length
  const page = await post(
    '/ban/lich-hen/moi',
    call({ ngay: days[1]!, ten: '', gio: '', viec: 'xem', 'thu-tuc[]': ['1.004873', '2.000635'] }),
  )
  expect(page.status).toBe(200)
  expect(page.text).toContain('Giữ 30 phút.')
  expect(page.html).toMatch(/value="1\.004873" checked/)
  expect(page.html).toContain(`value="${days[1]}" selected`)
  expect(await booked(1)).toHaveLength(before)
})

test.each([
  ['gio', { gio: '' }, 'Chọn giờ.'],
  ['ten', { ten: '' }, 'Nhập họ tên người đến.'],
  ['dien-thoai', { 'dien-thoai': '12' }, 'Số điện thoại'],
])(
  'what is missing in %s is said beside it, and what was typed stays',
  async (field, wrong, said) => {
    const page = await post('/ban/lich-hen/moi', call({ 'ghi-chu': 'Nói to', ...wrong }))
    expect(page.status).toBe(422)
    expect(page.html).toContain(`href="#o-${field}"`)
    expect(page.html).toMatch(new RegExp(`id="o-${field}-error">[^<]*${said.slice(0, 8)}`))
    expect(page.html).toContain('value="Nói to"')
  },
)

test('pressed twice it is one appointment', async () => {
  const form = call({ gio: '09:00', ten: 'Lê Văn Hai Lần' })
  await Promise.all(Array.from({ length: 5 }, () => post('/ban/lich-hen/moi', form)))
  const mine = (await booked(0)).filter((it) => it.personName === 'Lê Văn Hai Lần')
  expect(mine).toHaveLength(1)
})

test('a time that is taken offers the nearest ones, each one press away with what was typed', async () => {
  await books({ ngay: days[2]!, gio: '08:00' })
  await books({ ngay: days[2]!, gio: '08:00' })
  const page = await post('/ban/lich-hen/moi', call({ ngay: days[2]!, gio: '08:00' }))
  expect(page.status).toBe(422)
  expect(page.text).toContain('Chỗ này vừa có người đặt')
  const near = /action="(\/ban\/lich-hen\/moi\?ngay=[^"]+)">(.*?)<\/form>/s.exec(page.html)!
  expect(near[2]).toContain('name="ten" value="Nguyễn Thị Mẫu"')
  const gio = /name="gio" value="([^"]+)"/.exec(near[2]!)![1]!
  const { ngay: _, gio: __, viec: ___, ...rest } = call()
  const done = await post(near[1]!, { ...rest, gio })
  expect(done.location).toContain('xong=booked')
})

test('the phone is shown whole only when asked for, and that is in the trail', async () => {
  const address = await books({ gio: '10:00' })
  const page = await post(`${address}/so`, {})
  expect(page.text).toContain('0912344821')
  const { rows } = await site.office.owner.query(
    `select count(*)::int as n from audit.entry where action = 'queue.phone_revealed' and subject_id = $1`,
    [address.split('/').at(-1)],
  )
  expect(rows).toEqual([{ n: 1 }])
})

test('an appointment goes to another day, and keeps its code', async () => {
  const address = await books({ ngay: days[0]!, gio: '10:30' })
  const code = /Lịch hẹn (\d{6})/.exec((await get(address)).text)![1]!
  expect((await get(`${address}/doi`)).text).toContain('Đang hẹn 10 giờ 30, Thứ Sáu 27/11/2026')
  const seen = await post(`${address}/doi`, { ngay: days[3]!, khoa: 'x1234567', viec: 'xem' })
  expect(seen.html).toContain(`value="${days[3]}" selected`)
  const unsaid = await post(`${address}/doi`, { ngay: days[3]!, khoa: 'x1234567', viec: 'dat' })
  expect(unsaid.html).toMatch(/id="o-gio-error">Chọn giờ/)
  const done = await post(`${address}/doi`, {
    ...{ ngay: days[3]!, gio: '08:15', khoa: 'x1234567', viec: 'dat' },
  })
  const page = await get(done.location!)
  expect(page.text).toContain('Đã đổi lịch hẹn.')
  expect(page.text).toContain('8 giờ 15')
  expect(page.text).toContain(code)
})

test('cancelled with a reason, it stands among those cancelled and its seat is offered on', async () => {
  const address = await books({ ngay: days[3]!, gio: '09:00', ten: 'Người Bỏ Hẹn' })
  const done = await post(`${address}/huy`, { 'ly-do': 'Bận việc nhà' })
  const page = await get(done.location!)
  expect(page.text).toContain('Đã hủy lịch hẹn.')
  expect(page.text).toContain('Bận việc nhà')
  expect(page.html).not.toContain('/huy"')
  const list = await get(`/ban/lich-hen?ngay=${days[3]}`)
  expect(list.text).toContain('Đã hủy hoặc mất chỗ: 1')
})

test('a slip has the code and a square code, and no name', async () => {
  const address = await books({ ngay: days[1]!, gio: '10:00', ten: 'Nguyễn Văn Kín' })
  const slip = await get(`${address}/phieu`)
  expect(slip.text).toContain('Đến muộn quá 15 phút')
  expect(slip.html).toContain('<svg')
  expect(slip.text).not.toContain('Nguyễn Văn Kín')
})

const group = (differs: Record<string, string> = {}) => ({
  ...{ serviceDayId: days[4]!, organisation: 'Công ty May Mẫu', party: '150', lanes: '1' },
  ...{ contactName: 'Chị Nhân sự', phone: '', start: '08:00', end: '10:00', note: '' },
  ...{ khoa: crypto.randomUUID(), viec: 'dat', ...differs },
})

test('a company books a stretch for 150, and its people are named later', async () => {
  const done = await post('/ban/lich-hen/doan', group())
  expect(done.location).toContain('xong=group')
  const address = done.location!.replace(/\?.*/, '')
  const page = await get(address)
  expect(page.text).toContain('Công ty May Mẫu')
  expect(page.text).toContain('150 người')
  expect(page.text).toContain('Tên từng người (0/150)')
  await post(`${address}/ten`, { nguoi: 'Nguyễn Thị A\r\n\r\n Trần  Thị B ' })
  expect((await get(address)).text).toContain('Tên từng người (2/150)')
  expect((await get(`/ban/lich-hen?ngay=${days[4]}`)).text).toContain('đã có tên 2/150')
  const many = await post(`${address}/ten`, { nguoi: 'Tên\n'.repeat(151) })
  expect(many.status).toBe(422)
  expect(many.html).toMatch(/id="o-nguoi-error">Đoàn này đặt cho 150 người/)
})

test('on the day each of a group is given a number by name, and more names may still be sent', async () => {
  const before = site.now
  const done = await post('/ban/lich-hen/doan', group({ serviceDayId: days[0]!, party: '3' }))
  const address = done.location!.replace(/\?.*/, '')
  await post(`${address}/ten`, { nguoi: 'Lò Thị Một\nLò Thị Hai' })
  expect((await get(address)).text).not.toContain('Báo đã đến')
  site.now = new Date('2026-11-27T01:00:00Z')
  const { cookie: today } = await site.enter('officer')
  await openServiceDay(site.owner(), { serviceDayId: days[0]! })
  const press = (thu: string, khoa: string = crypto.randomUUID()) =>
    site.post(`${address}/den`, { thu, khoa }, { cookie: today })

  expect((await site.get(address, today)).html).toContain('aria-label="Báo đã đến: Lò Thị Hai"')
  const second = await press('2')
  await press('2')
  const here = await site.get(second.location!, today)
  expect(here.text).toContain('Đã phát số.')
  expect(here.text).toMatch(/Lò Thị Một Báo đã đến Lò Thị Hai 001 In phiếu/)
  await site.post(
    `${address}/ten`,
    { nguoi: 'Lò Thị Một\nLò Thị Hai\nLò Thị Ba' },
    { cookie: today },
  )
  expect((await site.get(address, today)).text).toMatch(/Lò Thị Hai 001 In phiếu Lò Thị Ba/)
  const key = crypto.randomUUID()
  await press('', key)
  await press('', key)
  const two = await site.get(address, today)
  expect(two.text).toMatch(/Lò Thị Một 002 In phiếu/)
  expect(two.text).toContain('Đã đến 2 trong 3 người.')

  site.now = before
})

test.each([
  ['organisation', { organisation: '' }, 'Nhập tên đơn vị'],
  ['contactName', { contactName: '' }, 'Nhập tên người liên hệ'],
  ['party', { party: 'nhiều' }, 'Nhập số người của đoàn'],
  ['lanes', { lanes: '9' }, 'Nhập số người làm cùng lúc'],
  ['end', { end: '07:00' }, 'Giờ kết thúc phải sau'],
  ['start', { start: '' }, 'Nhập giờ theo dạng 07:30'],
])('a wrong %s of a group is said beside it', async (field, wrong, said) => {
  const page = await post('/ban/lich-hen/doan', group(wrong))
  expect(page.status).toBe(422)
  expect(page.html).toContain(`id="o-${field}-error">${said}`)
})

test('who waits for a full day stands below the list, in the order asked', async () => {
  await askWaitingList(site.office, {
    ...{ clientKey: crypto.randomUUID(), serviceDayId: days[4]!, part: 'morning' },
    ...{ procedureCodes: ['1.004873'], name: 'Bùi Thị Chờ', phone: '0382345678' },
  })
  const page = await get(`/ban/lich-hen?ngay=${days[4]}`)
  expect(page.text).toContain('Chờ chỗ trống')
  expect(page.text).toContain('Bùi Thị Chờ')
  expect(page.text).toContain('Buổi sáng')
})

test('before a day is called off the page says how many are booked; after it, whom to ring up', async () => {
  const address = await books({ ngay: days[2]!, gio: '10:00', ten: 'Đỗ Thị Gọi' })
  const count = (await booked(2)).filter((it) => it.state === 'booked').length
  const before = await get(`/ban/ngay/${days[2]}/nghi`)
  expect(before.text).toContain(`Đã có ${count} lịch hẹn trong ngày này.`)
  const done = await post(`/ban/ngay/${days[2]}/nghi`, { reason: 'Bão số 9' })
  const after = await get(done.location!)
  expect(after.text).toContain(`Cần báo cho ${count} người đã hẹn.`)
  expect((await get(address)).text).toContain('Cần chọn chỗ khác')
  expect((await get('/ban/lich-hen')).text).toContain(`Cần báo ${count} người`)

  const list = await get('/ban/can-bao')
  expect(list.text).toContain('Đỗ Thị Gọi')
  expect(list.text).toContain('buổi Thứ Sáu 11/12/2026 không tổ chức')
  expect(list.text).toContain('Bão số 9')
  expect(list.text).toContain('•••••• 4821')
  expect(list.text).not.toContain('0912344821')
})

test('a person is rung up: the number is shown, then told, or not reached with the reason', async () => {
  const find = async (name: string) => {
    const { html } = await get('/ban/can-bao')
    return new RegExp(`id="b-([0-9a-f-]{36})">\\s*${name}`).exec(html)?.[1]
  }
  const id = await find('Đỗ Thị Gọi')
  const calling = await post(`/ban/can-bao/${id}/goi`, {})
  expect(calling.text).toContain('0912 344 821')
  expect(calling.text).toContain('Đã báo')

  const unsaid = await post(`/ban/can-bao/${id}/khong-gap`, { other: '' })
  expect(unsaid.status).toBe(422)
  expect(unsaid.text).toContain('Ghi vì sao chưa báo được.')
  const busy = await post(`/ban/can-bao/${id}/khong-gap`, { reason: 'Không nghe máy', other: '' })
  const list = await get(busy.location!)
  expect(list.text).toContain('Lát nữa gọi lại')
  expect(list.text).toMatch(/Đã gọi 1 lần, lần cuối 8 giờ 30, .*: Không nghe máy/)

  const told = await post(`/ban/can-bao/${id}/da-bao`, {})
  const after = await get(told.location!)
  expect(after.text).toContain('Đã ghi là báo xong.')
  expect(after.text).toContain('Hôm nay đã báo xong 1 người')
  expect(await find('Đỗ Thị Gọi')).toBeUndefined()
  expect((await post(`/ban/can-bao/${id}/goi`, {})).text).toContain('Lời báo này đã xong')

  expect(after.text).toContain('Bấm nhầm, chưa báo')
  const back = await post(`/ban/can-bao/${id}/chua-bao`, {})
  expect((await get(back.location!)).text).toContain('Đã đưa lại vào danh sách cần báo.')
  expect(await find('Đỗ Thị Gọi')).toBe(id)
})

test('the pages are whole in English, shut to who does not run the line, and unknown ones are 404', async () => {
  const address = await books({ ngay: days[0]!, gio: '11:00' })
  const paths = [
    ...['/ban/lich-hen', '/ban/lich-hen/moi', '/ban/lich-hen/doan', '/ban/can-bao'],
    ...[address, `${address}/doi`, `${address}/phieu`],
  ]
  const { cookie: viewer } = await site.enter('chairman')
  for (const path of paths) {
    expect([path, (await site.get(`/en${path}`, cookie)).status]).toEqual([path, 200])
    expect([path, (await site.get(path, viewer)).status]).toEqual([path, 403])
  }
  expect((await get('/ban/lich-hen/khong-co')).status).toBe(404)
  expect((await post(`${address}/gi-do`, {})).status).toBe(404)
  expect((await post('/ban/can-bao/khong-co/goi', {})).status).toBe(404)
})

test('a caller who wants an SMS gets one with the code of the appointment, once', async () => {
  const form = call({ gio: '09:30', ten: 'Trần Văn Nhắn', bao: 'sms' })
  expect((await get('/ban/lich-hen/moi')).html).not.toMatch(/name="bao"[^>]*value="sms"/)
  await connected(site.office, 'sms')
  expect((await get('/ban/lich-hen/moi')).html).toMatch(/name="bao"[^>]*value="sms"/)

  await Promise.all(Array.from({ length: 5 }, () => post('/ban/lich-hen/moi', form)))
  const sms = playChannel('sms')
  await sendDue(site.office, { sms })

  const mine = (await booked(0)).find((it) => it.personName === 'Trần Văn Nhắn')!
  expect(sms.got.map((it) => it.to)).toEqual([{ phone: '84912344821' }])
  expect(sms.got[0]!.content.text).toContain(mine.code.slice(0, 3))
  const choice = await findChoice(site.office, { subjectId: mine.id })
  expect(choice).toMatchObject({ way: 'sms', how: 'by_officer' })
})

test('a caller who wants e-mail and names no mailbox is asked for it, and nothing is booked', async () => {
  await connected(site.office, 'email')
  const form = call({ gio: '10:00', ten: 'Lê Thị Thư', bao: 'email' })

  const page = await post('/ban/lich-hen/moi', form)

  expect([page.status, page.text.includes('Nhập địa chỉ thư điện tử')]).toEqual([422, true])
  expect((await booked(0)).some((it) => it.personName === 'Lê Thị Thư')).toBe(false)
})

test('who is late may still come while the day is open; of a day that is past nobody may', async () => {
  await books({ ngay: days[0]!, gio: '08:45', ten: 'Người Đến Muộn' })
  await books({ ngay: days[1]!, gio: '09:45', ten: 'Người Không Đến' })
  const read = async (now: string, day: number) => {
    site.now = new Date(now)
    const { cookie: then } = await site.enter('officer')
    return (await site.get(`/ban/lich-hen?ngay=${days[day]}`, then)).text
  }
  const open = await read('2026-11-27T02:10:00Z', 0)
  expect(open).toMatch(/Người Đến Muộn .*Quá giờ, chưa đến/)
  expect(open).not.toContain('Không đến')
  expect(await read('2026-12-05T01:00:00Z', 1)).toMatch(/Người Không Đến .*Không đến/)
})
