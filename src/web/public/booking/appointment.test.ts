import { randomInt, randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { asOfficer, hiredAs } from '#test/office.ts'
import { atDesk, planUntil, useSite, type Page } from '#test/site.ts'
import { callOffDay } from '#src/errands/call-off-day.ts'
import { closeDay } from '#src/errands/close-day.ts'
import { moveDay } from '#src/errands/move-day.ts'
import { listToTell } from '#src/modules/notices/index.ts'
import { addHamlet, listCounters, setCounter } from '#src/modules/offices/index.ts'
import {
  bookGroup,
  bookHeld,
  callVisit,
  getAppointment,
  holdSeat,
  markAbsent,
  readTurn,
  type Appointment,
} from '#src/modules/queue/index.ts'
import { findHeard } from '#src/modules/reach/index.ts'
import { openServiceDay, type ServiceDay } from '#src/modules/service-days/index.ts'

const site = useSite()
let fridays: ServiceDay[]

const single = '1.004873'
const monday = new Date('2026-11-16T01:00:00Z')

beforeAll(async () => {
  site.now = monday
  fridays = await planUntil(site, '2026-11-16', '2027-01-15')
})

const newPhone = () => `09${String(randomInt(1e8)).padStart(8, '0')}`
const time = (clock: string) => Temporal.PlainTime.from(clock)
const citizen = () => ({ ...site.office, now: site.now })
const desk = () => asOfficer(citizen(), ['queue.run', 'service_days.plan', 'requests.read'])
const placeOf = (page: Page) => page.headers.get('location') ?? ''
const hen = (it: Appointment, deed = '') => `/vu-ban/hen/${it.token}${deed && `/${deed}`}`
const key = () => ({ khoa: randomUUID() })

async function book(day: ServiceDay, clock: string, name = 'Nguyễn Văn A'): Promise<Appointment> {
  const { token } = await holdSeat(citizen(), {
    clientKey: randomUUID(),
    serviceDayId: day.id,
    start: time(clock),
    procedureCodes: [single],
    phone: newPhone(),
  })
  const who = { personName: name, bookerName: null, note: null }
  await bookHeld(citizen(), { token, clientKey: randomUUID(), ...who })
  return getAppointment(citizen(), { token })
}

function bringGroup(day: ServiceDay, start: string, end: string, party: number) {
  return bookGroup(desk(), {
    clientKey: randomUUID(),
    serviceDayId: day.id,
    start: time(start),
    end: time(end),
    lanes: 1,
    party,
    organisation: 'Công ty Giày da Thử nghiệm',
    contactName: 'Trần Văn Tổ Trưởng',
    phone: newPhone(),
    note: null,
  })
}

/** A group for so long that no appointment is left on the day. */
async function fill(day: ServiceDay): Promise<Appointment> {
  await bringGroup(day, '13:30', '14:45', 2)
  return fillMorning(day)
}

const fillMorning = (day: ServiceDay) => bringGroup(day, '07:30', '11:30', 20)

describe('the page of an appointment', () => {
  test('gives a file for the calendar, which a telephone reads', async () => {
    const it = await book(fridays[0]!, '08:00')
    const file = await site.get(hen(it, 'lich.ics'))
    const event = new ICAL.Event(
      new ICAL.Component(ICAL.parse(file.html) as []).getFirstSubcomponent('vevent')!,
    )

    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.headers.get('content-disposition')).toContain(`hen-${it.code}.ics`)
    expect(event.startDate.toJSDate()).toEqual(new Date('2026-11-20T08:00:00+07:00'))
    expect(event.location).toContain('Hội trường UBND xã Vụ Bản')
    expect(event.description).toContain(it.code)
  })

  test('changes to another day; pressed twice it is one change, and the code stays', async () => {
    const it = await book(fridays[0]!, '08:15')
    const days = await site.get(hen(it, 'doi'))
    expect(days.text).toContain('Đang hẹn 8 giờ 15, Thứ Sáu 20/11/2026.')
    const path = hen(it, `doi/${fridays[1]!.id}`)
    expect(days.html).toContain(`formaction="${path}"`)

    const sent = { ...key(), gio: '15:00' }
    const changed = await site.post(path, sent)
    expect((await site.post(path, sent)).status).toBe(303)
    const page = await site.get(placeOf(changed))
    expect(page.text).toContain('Đã đổi sang giờ mới.')
    expect(page.text).toContain('15 giờ – 15 giờ 15, Thứ Sáu 27/11/2026')
    expect(page.title).toBe(`Lịch hẹn ${it.code}`)
  })

  test('keeps the old time when the new one was just taken, and offers the nearest three', async () => {
    const it = await book(fridays[0]!, '08:30')
    await book(fridays[1]!, '15:30')
    const page = await site.post(hen(it, `doi/${fridays[1]!.id}`), { ...key(), gio: '15:30' })

    expect(page.status).toBe(422)
    expect(page.html.match(/<button[^>]* name="gio"/g)).toHaveLength(3)
    expect((await site.get(hen(it))).text).toContain('8 giờ 30 – 8 giờ 45, Thứ Sáu 20/11/2026')
  })

  test('is asked once before it cancels, and then says so', async () => {
    const it = await book(fridays[0]!, '08:45')
    const asked = await site.get(hen(it, 'huy'))
    expect(asked.text).toContain('Lịch lúc 8 giờ 45, Thứ Sáu 20/11/2026 sẽ được nhường')

    const done = await site.post(hen(it, 'huy'), { 'ly-do': 'Bận việc nhà' })
    expect((await site.post(hen(it, 'huy'), {})).status).toBe(303)
    const page = await site.get(placeOf(done))
    expect(page.text).toContain('Đã hủy lịch hẹn.')
    expect(page.text).toContain('Lịch hẹn này đã hủy')
    expect(page.html).not.toContain('/lich.ics')
  })

  test('of a cancelled day says so first and leads to another place, all else kept', async () => {
    const it = await book(fridays[3]!, '08:00', 'Trần Thị B')
    await callOffDay(desk(), { serviceDayId: fridays[3]!.id, reason: 'sửa hội trường' })
    const page = await site.get(hen(it))

    expect(page.text).toContain('Thứ Sáu 11/12/2026 không tổ chức')
    expect(page.text).toContain('Lý do: sửa hội trường.')
    expect(page.html).not.toContain('toi-noi')
    expect(page.html).toContain(`href="${hen(it, 'doi')}"`)

    const path = hen(it, `doi/${fridays[0]!.id}`)
    const changed = await site.post(path, { ...key(), gio: '09:00' })
    const again = await site.get(placeOf(changed))
    expect(again.text).toContain('9 giờ – 9 giờ 15, Thứ Sáu 20/11/2026')
    expect(again.text).toContain('Trần Thị B')
    expect((await site.get('/vu-ban/dat-lich')).text).toMatch(
      /Lịch có thay đổi Thứ Sáu 11\/12\/2026 nghỉ .*sửa hội trường/,
    )
  })

  test('of a moved day says from where to where, and keeps time and code', async () => {
    site.now = new Date('2026-12-07T01:00:00Z')
    const it = await book(fridays[4]!, '08:00')
    await moveDay(desk(), {
      serviceDayId: fridays[4]!.id,
      date: Temporal.PlainDate.from('2026-12-17'),
      reason: 'cán bộ đi tập huấn',
    })
    const page = await site.get(hen(it))
    site.now = monday

    expect(page.text).toContain('Ngày hẹn đã dời từ Thứ Sáu 18/12/2026 sang Thứ Năm 17/12/2026')
    expect(page.text).toContain('8 giờ – 8 giờ 15, Thứ Năm 17/12/2026')
  })

  test('that nobody has is answered calmly, whatever is asked of it', async () => {
    for (const deed of ['', '/doi', '/huy', '/doan', '/lich.ics']) {
      const page = await site.get(`/vu-ban/hen/khong-co${deed}`)
      expect(page.status).toBe(404)
      expect(page.text).toContain('Không tìm thấy lịch hẹn này')
    }
  })
})

describe('a group', () => {
  test('is named by its link, as often as one likes, and never beyond its number', async () => {
    const it = await fill(fridays[5]!)
    const page = await site.get(hen(it))
    expect(page.text).toContain('Công ty Giày da Thử nghiệm, 20 người')

    const nguoi = 'Nguyễn Văn Một\r\n\r\n  Trần  Thị Hai '
    const saved = await site.post(hen(it, 'doan'), { nguoi })
    expect((await site.get(placeOf(saved))).text).toContain('Đã ghi danh sách người đến.')
    const list = await site.get(hen(it, 'doan'))
    expect(list.text).toContain('Đã ghi tên 2 trong 20 người.')
    expect(list.html).toContain('Nguyễn Văn Một\nTrần Thị Hai')

    const many = Array.from({ length: 21 }, (_, i) => `Người thứ ${i + 1}`).join('\n')
    const refused = await site.post(hen(it, 'doan'), { nguoi: many })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Chỉ ghi nhiều nhất 20 người.')
    expect(refused.text).toContain('Người thứ 21')
  })
})

describe('the waiting list of a full day', () => {
  /** Asks through the page of the full day; gives the address of the wish. */
  async function ask(day: ServiceDay, ten: string): Promise<string> {
    const form = { ...key(), ten, buoi: 'any', 'dien-thoai': newPhone(), 'thu-tuc': single }
    const asked = await site.post(`/vu-ban/dat-lich/${day.id}/cho-cho`, form)
    expect(asked.status, asked.text).toBe(303)
    return placeOf(asked).split('?')[0]!
  }

  let day: ServiceDay
  let group: Appointment
  beforeAll(async () => {
    day = fridays[2]!
    group = await fill(day)
  })

  test('says what is wrong and keeps what was typed; nobody waits twice; one may stop waiting', async () => {
    const path = `/vu-ban/dat-lich/${day.id}/cho-cho`
    const wrong = await site.post(path, { ...key(), ten: 'Người Gõ Sai', 'dien-thoai': '1' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="Người Gõ Sai"')

    const phone = newPhone()
    const form = { ten: 'Người Chờ', buoi: 'morning', 'dien-thoai': phone }
    const asked = await site.post(path, { ...form, ...key() })
    const twice = await site.post(path, { ...form, ...key() })
    expect(twice.text).toContain('Số điện thoại này đã có trong danh sách chờ của ngày đó.')

    const wish = placeOf(asked).split('?')[0]!
    const left = await site.post(`${wish}/thoi`, key())
    expect((await site.get(placeOf(left))).text).toContain('Bà con đã thôi chờ')
    expect((await site.get('/vu-ban/cho-cho/khong-co')).status).toBe(404)
  })

  test('offers a freed place to the first, who passes it on to the second, who takes it', async () => {
    const full = await site.get(`/vu-ban/dat-lich/${day.id}?thu-tuc=${single}`)
    expect(full.text).toContain('Ngày này đã hết chỗ đặt trước')
    expect(full.text).toContain('Báo cho tôi nếu có chỗ trống')
    expect((await site.get('/vu-ban/dat-lich')).text).toContain('Hết chỗ, ghi tên chờ')

    const first = await ask(day, 'Người Chờ Một')
    const second = await ask(day, 'Người Chờ Hai')
    expect((await site.get(first)).text).toContain('Bà con đứng đầu danh sách chờ')
    expect((await site.get(second)).text).toContain('Bà con đứng thứ hai trong danh sách chờ')

    await site.post(hen(group, 'huy'), {})
    const offered = await site.get(first)
    expect(offered.text).toMatch(/Có chỗ lúc 7 giờ 30, Thứ Sáu 04\/12\/2026.*giữ cho bà con tới/)
    const { items: told } = await listToTell(desk())
    expect(told.filter((it) => it.kind === 'seat_offered').map((it) => it.name)).toContain(
      'Người Chờ Một',
    )

    const passed = await site.post(`${first}/nhuong`, key())
    expect((await site.get(placeOf(passed))).text).toContain('Đã nhường chỗ')
    const taken = await site.post(`${second}/nhan`, key())
    expect((await site.get(placeOf(taken))).text).toMatch(/Mã hẹn .*Người Chờ Hai/)
    expect((await site.get(second)).text).toContain('Bà con đã nhận chỗ')
  })

  test('whose offer has passed may ask again; of a day called off or over nobody is kept waiting', async () => {
    site.now = new Date('2026-12-28T01:00:00Z')
    const other = fridays.at(-2)!
    const kept = await fill(other)
    const [first, second] = [await ask(other, 'Người Lỡ Lượt'), await ask(other, 'Người Chờ Tiếp')]
    await site.post(hen(kept, 'huy'), {})
    await site.post(`${first}/nhuong`, key())
    const passed = await site.get(first)
    expect(passed.text).toContain('Lượt mời đã qua')
    expect(passed.html).toContain(`href="/vu-ban/dat-lich/${other.id}/cho-cho?thu-tuc=${single}`)

    await callOffDay(desk(), { serviceDayId: other.id, reason: 'Bão số 9' })
    const off = await site.get(second)
    expect(off.text).toContain('Thứ Sáu 08/01/2027 không tổ chức')
    expect(off.text).not.toContain('Có chỗ lúc')
    site.now = new Date('2027-02-01T01:00:00Z')
    expect((await site.get(second)).text).toContain('Không còn chờ chỗ của ngày này nữa')
    site.now = monday
  })

  test('how who waits heard is kept with the appointment, once they take the place', async () => {
    // Weeks later, when that day can be booked.
    site.now = new Date('2026-12-28T01:00:00Z')
    const other = fridays.at(-1)!
    const [kept, free] = [await fill(other), `/vu-ban/dat-lich/${other.id}`]
    const admin = asOfficer(site.office, ['offices.edit'])
    const { id: thon } = await addHamlet(admin, { name: 'Thôn Chờ Chỗ', households: 90 })
    const came = `?tu=bang-tin&thon=${thon}`
    const full = await site.get(free + came)
    expect(full.text).toContain('Bà con biết tin qua đâu?')
    expect(full.html).toMatch(/value="poster" checked/)
    const form = { ...key(), ten: 'Người Chờ Quét', buoi: 'any', 'dien-thoai': newPhone() }
    const wish = placeOf(await site.post(`${free}/cho-cho${came}`, form)).split('?')[0]!

    await site.post(hen(kept, 'huy'), {})
    const taken = await site.post(`${wish}/nhan`, key())
    const token = /hen\/([\w-]+)/.exec(placeOf(taken))?.[1] ?? ''
    const { id: appointmentId } = await getAppointment(site.office, { token })
    expect(await findHeard(site.office, { appointmentId })).toEqual({
      ...{ channel: 'poster', hamletId: thon, businessId: null },
    })
    site.now = monday
  })
})

describe('the waiting list of half a day', () => {
  const wait = (day: ServiceDay) => `/vu-ban/dat-lich/${day.id}/cho-cho`

  test('is offered beside the half that is full, and asks for that half', async () => {
    const day = fridays[1]!
    const before = await site.get(`/vu-ban/dat-lich/${day.id}`)
    expect(before.text).not.toContain('Báo cho tôi nếu có chỗ')

    const group = await fillMorning(day)
    const times = await site.get(`/vu-ban/dat-lich/${day.id}?thu-tuc=${single}`)
    expect(times.text).toContain('Buổi sáng đã hết chỗ. Báo cho tôi nếu có chỗ buổi sáng')
    expect(times.text).not.toContain('Báo cho tôi nếu có chỗ buổi chiều')
    expect(times.html).toContain(`href="${wait(day)}?thu-tuc=${single}&amp;buoi=morning"`)

    const form = await site.get(`${wait(day)}?thu-tuc=${single}&buoi=morning`)
    expect(form.text).toContain('Báo cho tôi nếu có chỗ buổi sáng')
    expect(form.text).not.toContain('Đang còn chỗ')
    expect(form.html).toMatch(/value="morning" checked/)
    const english = await site.get(`/en${wait(day)}?buoi=morning`)
    expect(english.text).toContain('Tell me if a place in the morning becomes free')

    const sent = { ten: 'Trần Thị Chờ Sáng', buoi: 'morning', 'dien-thoai': newPhone() }
    const asked = await site.post(wait(day), { ...sent, ...key() })
    await site.post(hen(group, 'huy'), {})
    expect((await site.get(placeOf(asked))).text).toMatch(
      /Có chỗ lúc 7 giờ 30, Thứ Sáu 27\/11\/2026/,
    )
  })

  test('keeps what was typed when places are free by then, and leads to them', async () => {
    const day = fridays[0]!
    const sent = { ...key(), ten: 'Lê Văn Gõ Dở', buoi: 'afternoon', 'dien-thoai': '12' }
    const refused = await site.post(wait(day), sent)

    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Đang còn chỗ đặt được ngay')
    expect(refused.html).toContain(`href="/vu-ban/dat-lich/${day.id}"`)
    expect(refused.html).toContain('value="Lê Văn Gõ Dở"')
    expect(refused.html).toContain('value="12"')
    expect(refused.html).toMatch(/value="afternoon" checked/)
  })

  test('of a day that cannot be booked leads to the page that says so', async () => {
    const page = await site.get(wait(fridays.at(-1)!))
    expect((await site.get(placeOf(page))).text).toContain('Ngày này không đặt trước được')
  })
})

describe('on the day', () => {
  test('of a group each says which of its names they are, and the others are named meanwhile', async () => {
    const it = await bringGroup(fridays[1]!, '13:30', '14:30', 3)
    const names = (nguoi: string) => site.post(hen(it, 'doan'), { nguoi })
    await names('Lò Thị Một\nLò Thị Hai')
    site.now = new Date('2026-11-27T06:40:00Z')
    await openServiceDay(atDesk(site), { serviceDayId: fridays[1]!.id })

    const page = await site.get(hen(it))
    expect(page.html).toContain('<option value="2">Lò Thị Hai</option>')
    const unsaid = await site.post(hen(it, 'toi-noi'), { ...key(), thu: '' })
    expect(unsaid.text).toContain('Chọn tên trong danh sách đoàn.')
    expect(placeOf(await site.post(hen(it, 'toi-noi'), { ...key(), thu: '2' }))).toMatch(/\/so\//)

    const after = await site.get(hen(it))
    expect(after.html).not.toContain('Lò Thị Hai</option>')
    expect(after.html).toContain(hen(it, 'doan'))
    const named = await names('Lò Thị Một\nLò Thị Hai\nLò Thị Ba')
    expect(named.status).toBe(303)
    expect((await site.get(hen(it))).html).toContain('<option value="3">Lò Thị Ba</option>')
    expect(placeOf(await site.post(hen(it, 'toi-noi'), { ...key(), thu: '0' }))).toMatch(/\/so\//)
    site.now = monday
  })

  test('somebody says that they are here, once, and follows their number', async () => {
    const it = await book(fridays[0]!, '10:00', 'Nguyễn Thị Đến Sớm')
    expect((await site.get(hen(it))).text).not.toContain('Tôi đã đến')
    site.now = new Date('2026-11-20T02:30:00Z')
    await openServiceDay(atDesk(site), { serviceDayId: fridays[0]!.id })
    const page = await site.get(hen(it))
    expect(page.text).toContain('Tôi đã đến')

    const sent = key()
    const come = await site.post(hen(it, 'toi-noi'), sent)
    expect(placeOf(await site.post(hen(it, 'toi-noi'), sent))).toBe(placeOf(come))
    const turn = await site.get(placeOf(come))
    expect(turn.text).toMatch(/Số của bà con: \d{3} Bà con đứng đầu hàng/)
    expect(turn.text).not.toContain('Nguyễn Thị Đến Sớm')
    expect(turn.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect((await site.get(hen(it))).html).toContain(`href="${placeOf(come)}"`)

    const { visitId } = await readTurn(citizen(), { token: placeOf(come).split('/').at(-1)! })
    await setCounter(asOfficer(citizen(), ['offices.edit']), { number: 1, name: '', inUse: true })
    const officer = await hiredAs(citizen(), 'officer')
    const [counter] = await listCounters(officer)
    const call = { serviceDayId: fridays[0]!.id, counterId: counter!.id, visitId }
    await callVisit(officer, { ...call, clientKey: randomUUID(), finishCurrent: false })
    await markAbsent(officer, { clientKey: randomUUID(), visitId })
    expect((await site.get(placeOf(come))).text).toContain('Đã gọi mà chưa thấy bà con')

    await closeDay(officer, { serviceDayId: fridays[0]!.id, reason: 'Mất điện' })
    const over = await site.get(placeOf(come))
    expect(over.text).toMatch(/Ngày này đã xong Hôm nay không phát số nữa/)
    expect(over.html).toContain('href="/vu-ban/dat-lich"')
    expect((await site.get('/vu-ban/so/khong-co')).text).toContain('Không tìm thấy số này')
    site.now = monday
  })
})
