import { randomInt, randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { planUntil, useSite, type Page } from '#test/site.ts'
import { bookHeld, holdSeat, listAppointments } from '#src/modules/queue/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { asOfficer } from '#test/office.ts'

const site = useSite()
let fridays: ServiceDay[]

const single = '1.004873'

beforeAll(async () => {
  site.now = new Date('2026-11-16T01:00:00Z')
  fridays = await planUntil(site, '2026-11-16', '2027-01-15')
})

const newPhone = () => `09${String(randomInt(1e8)).padStart(8, '0')}`
const dayPath = (day: ServiceDay, lang = '') => `${lang}/vu-ban/dat-lich/${day.id}`
const placeOf = (page: Page) => page.headers.get('location') ?? ''
const citizen = () => ({ ...site.office, now: site.now })

/** The value of a hidden field, as the browser sends it back. */
function hidden(page: Page, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? ''
}

/** Keeps a place through the pages and gives the address of its page. */
async function hold(day: ServiceDay, gio: string, phone = newPhone()): Promise<string> {
  const form = await site.get(`${dayPath(day)}?thu-tuc=${single}`)
  const sent = { 'thu-tuc': single, khoa: hidden(form, 'khoa'), gio, 'dien-thoai': phone }
  const page = await site.post(dayPath(day), sent)
  expect(page.status, page.text).toBe(303)
  return placeOf(page)
}

/** Somebody else is quicker: the place is theirs. */
async function takeAway(day: ServiceDay, gio: string): Promise<void> {
  const { token } = await holdSeat(citizen(), {
    clientKey: randomUUID(),
    serviceDayId: day.id,
    start: Temporal.PlainTime.from(gio),
    procedureCodes: [],
    phone: newPhone(),
  })
  await bookHeld(citizen(), {
    token,
    clientKey: randomUUID(),
    personName: 'Người Nhanh Hơn',
    bookerName: null,
  })
}

describe('booking', () => {
  test('is done on four pages, by a daughter for her mother, without an account', async () => {
    const choose = await site.get(`/vu-ban/dat-lich?thu-tuc=${single}`)
    expect(choose.text).toContain('Bà con cần làm việc gì?')
    expect(choose.html).toMatch(/value="1\.004873" checked/)
    expect(choose.text).toMatch(/Thứ Sáu 20 tháng 11 .* Còn chỗ, từ 7 giờ 30/)
    expect(choose.html).toContain(`formaction="${dayPath(fridays[0]!)}"`)

    const time = await site.get(`${dayPath(fridays[0]!)}?thu-tuc=${single}`)
    expect(time.text).toContain('Bà con đến lúc nào?')
    expect(time.text).toMatch(/Buổi sáng .*7 giờ 30.* Buổi chiều .*16 giờ 45/)

    const address = await hold(fridays[0]!, '08:00', '0912 000 111')
    expect(address).toMatch(/^\/vu-ban\/dat-lich\/giu\//)
    const who = await site.get(address)
    expect(who.text).toContain('Giữ chỗ cho bà con tới 8 giờ 05')
    expect(who.text).toContain('Chỗ lúc 8 giờ, Thứ Sáu 20/11/2026')

    const booked = await site.post(address, {
      ten: 'Trần Thị Mẹ',
      'nguoi-dat': 'Nguyễn Thị Con',
      'ghi-chu': 'Đi xe lăn',
      khoa: hidden(who, 'khoa'),
    })
    expect(booked.status).toBe(303)
    const it = await site.get(placeOf(booked))
    expect(it.text).toContain('Đã đặt xong.')
    expect(it.text).toMatch(/Mã hẹn \d{3} \d{3}/)
    expect(it.text).toContain('8 giờ – 8 giờ 15, Thứ Sáu 20/11/2026')
    expect(it.text).toMatch(/Trần Thị Mẹ .*Nguyễn Thị Con .*Đi xe lăn/)
    expect(it.html).toContain(`/vu-ban/thu-tuc/${single}/can-mang-gi`)
    expect(it.html).toContain('aria-label="Mã vuông của lịch hẹn')
    // Neither the phone nor any part of it stands in a page that is sent on.
    expect(it.html).not.toMatch(/0912|000 ?111/)
  })

  test('pressed twice is one booking, whichever button it was', async () => {
    const form = await site.get(dayPath(fridays[0]!))
    const sent = { khoa: hidden(form, 'khoa'), gio: '08:15', 'dien-thoai': newPhone() }
    const [first, again] = [
      await site.post(dayPath(fridays[0]!), sent),
      await site.post(dayPath(fridays[0]!), sent),
    ]
    expect(placeOf(again)).toBe(placeOf(first))

    const who = { ten: 'Nguyễn Văn Hai Lần', khoa: randomUUID() }
    const [one, two] = [await site.post(placeOf(first), who), await site.post(placeOf(first), who)]
    expect(two.status).toBe(303)
    expect(placeOf(two).split('?')[0]).toBe(placeOf(one).split('?')[0])
    const desk = asOfficer(citizen(), ['queue.run'])
    const all = await listAppointments(desk, { serviceDayId: fridays[0]!.id })
    expect(all.filter((it) => it.personName === 'Nguyễn Văn Hai Lần')).toHaveLength(1)
  })

  test('of a place just taken offers the nearest three, each with one press', async () => {
    await takeAway(fridays[0]!, '09:00')
    const phone = newPhone()
    const khoa = randomUUID()
    const page = await site.post(dayPath(fridays[0]!), {
      'thu-tuc': single,
      khoa,
      gio: '09:00',
      'dien-thoai': phone,
    })

    expect(page.status).toBe(422)
    expect(page.text).toContain('Chỗ này vừa có người đặt.')
    expect(page.text).toContain('Còn những giờ gần đó, bấm là giữ chỗ ngay:')
    const offered = [...page.html.matchAll(/<button[^>]* name="gio" value="([^"]+)"/g)]
    expect(offered.map((it) => it[1])).toEqual(['08:45', '09:15', '08:30'])
    expect(page.html).toContain(`name="dien-thoai" value="${phone}"`)

    const pressed = await site.post(dayPath(fridays[0]!), {
      'thu-tuc': single,
      khoa: hidden(page, 'khoa'),
      gio: '09:15',
      'dien-thoai': phone,
    })
    expect(pressed.status).toBe(303)
    expect((await site.get(placeOf(pressed))).text).toContain('Chỗ lúc 9 giờ 15')
  })

  test('of a wrong phone and no time says so beside the fields and keeps what was typed', async () => {
    const page = await site.post(dayPath(fridays[0]!), { khoa: 'k'.repeat(8), 'dien-thoai': '12' })
    expect(page.status).toBe(422)
    expect(page.title).toContain('Cần sửa:')
    expect(page.text).toContain('Chọn một giờ trong danh sách.')

    const again = await site.post(dayPath(fridays[0]!), {
      'thu-tuc': single,
      khoa: hidden(page, 'khoa'),
      gio: '14:00',
      'dien-thoai': '12',
    })
    expect(again.status).toBe(422)
    expect(again.html).toMatch(/id="o-dien-thoai-error"/)
    expect(again.html).toMatch(/value="14:00" checked/)
    expect(again.html).toContain('value="12"')
    expect(again.html).toContain(`name="thu-tuc" value="${single}"`)
    expect(hidden(again, 'khoa')).toBe('k'.repeat(8))
  })

  test('without a name says so and keeps the note', async () => {
    const address = await hold(fridays[0]!, '10:00')
    const page = await site.post(address, { ten: ' ', 'ghi-chu': 'Mang theo con nhỏ', khoa: 'x' })

    expect(page.status).toBe(422)
    expect(page.text).toContain('Nhập họ tên người đến làm.')
    expect(page.text).toContain('Mang theo con nhỏ')
  })

  test('of a lost place keeps the names and books another time with one press', async () => {
    const address = await hold(fridays[0]!, '10:30')
    const before = site.now
    site.now = new Date(before.getTime() + 6 * 60_000)
    expect((await site.get(address)).text).toContain('Đã hết giờ giữ chỗ')
    await takeAway(fridays[0]!, '10:30')

    const who = { ten: 'Lê Thị Chậm', 'nguoi-dat': 'Lê Văn Con', khoa: randomUUID() }
    const lost = await site.post(address, who)
    expect(lost.text).toContain('Chỗ giữ đã hết giờ và có người khác nhận')
    expect(lost.html).toContain('value="Lê Thị Chậm"')
    expect(lost.html).toContain('value="Lê Văn Con"')
    const [, instead] = /name="thay" value="([^"]+@10:15)"/.exec(lost.html) ?? []
    expect(lost.text).toContain('Đặt 10 giờ 15, Thứ Sáu 20/11/2026')

    const booked = await site.post(address, { ...who, thay: instead! })
    expect(booked.status).toBe(303)
    const it = await site.get(placeOf(booked))
    expect(it.text).toMatch(/10 giờ 15 – 10 giờ 30.*Lê Thị Chậm.*Lê Văn Con/)
    site.now = before
  })

  test('of a place whose minutes are over, but that nobody took, goes through', async () => {
    const address = await hold(fridays[0]!, '11:00')
    const before = site.now
    site.now = new Date(before.getTime() + 20 * 60_000)
    const booked = await site.post(address, { ten: 'Phạm Văn Thong Thả', khoa: randomUUID() })
    site.now = before

    expect((await site.get(placeOf(booked))).text).toContain('11 giờ – 11 giờ 15')
  })

  test('lets go of a place for another time', async () => {
    const address = await hold(fridays[0]!, '13:30')
    const back = await site.post(`${address}/tra`, {})

    expect(placeOf(back)).toBe(`${dayPath(fridays[0]!)}?thu-tuc=${single}`)
    expect((await site.get(placeOf(back))).html).toContain('value="13:30"')
    expect((await site.get(address)).status).toBe(404)
  })

  test('refuses a phone that holds too many places, in words', async () => {
    const phone = newPhone()
    await hold(fridays[1]!, '08:00', phone)
    await hold(fridays[1]!, '08:15', phone)
    const page = await site.post(dayPath(fridays[1]!), {
      khoa: randomUUID(),
      gio: '08:30',
      'dien-thoai': phone,
    })

    expect(page.status).toBe(422)
    expect(page.text).toContain('Số điện thoại này đang giữ chỗ khác.')
  })

  test('is complete in English', async () => {
    const choose = await site.get('/en/vu-ban/dat-lich')
    expect(choose.text).toContain('What do you need?')
    const form = await site.get(dayPath(fridays[0]!, '/en'))
    expect(form.text).toContain('When will you come?')
    const held = await site.post(dayPath(fridays[0]!, '/en'), {
      khoa: hidden(form, 'khoa'),
      gio: '14:30',
      'dien-thoai': newPhone(),
    })
    expect(placeOf(held)).toMatch(/^\/en\/vu-ban\/dat-lich\/giu\//)
    const booked = await site.post(placeOf(held), { ten: 'Nguyễn Văn A', khoa: randomUUID() })
    const it = await site.get(placeOf(booked))
    expect(it.text).toContain('Your appointment')
    expect(it.text).toContain('2:30 pm – 2:45 pm, Friday 20 November 2026')
  })

  test('of a day far ahead, over, unknown or no day at all is answered calmly', async () => {
    expect((await site.get(dayPath(fridays.at(-1)!))).text).toContain(
      'Ngày này không đặt trước được',
    )
    expect((await site.get('/vu-ban/dat-lich/khong-phai-ngay')).status).toBe(404)
    expect((await site.get(`/vu-ban/dat-lich/${randomUUID()}`)).status).toBe(404)
    expect((await site.get('/vu-ban/dat-lich/giu/khong-co')).text).toContain(
      'Không còn chỗ giữ này',
    )
  })
})

test('pages behind a link are kept by no search engine and no cache; the others may be found', async () => {
  const address = await hold(fridays[2]!, '08:00')
  const held = await site.get(address)
  const booked = await site.get(
    placeOf(await site.post(address, { ten: 'Nguyễn Văn Kín', khoa: randomUUID() })),
  )

  for (const page of [held, booked]) {
    expect(page.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(page.headers.get('cache-control')).toContain('no-store')
  }
  expect((await site.get('/vu-ban/dat-lich')).headers.get('x-robots-tag')).toBeNull()
})

test('every page of a booking weighs less than 17 KB gzipped, so that with its font it stays within 30 KB', async () => {
  const address = await hold(fridays[2]!, '09:00')
  const pages = [
    await site.get('/vu-ban/dat-lich'),
    await site.get(dayPath(fridays[2]!)),
    await site.get(address),
    await site.get(
      placeOf(await site.post(address, { ten: 'Nguyễn Văn Nhẹ', khoa: randomUUID() })),
    ),
    await site.get('/vu-ban/xep-hang'),
  ]
  for (const { html } of pages) {
    expect(gzipSync(html).length).toBeLessThan(17 * 1024)
    expect(html).not.toMatch(/<script|style="|onclick/)
  }
})

test('the rules of the line are told with the figures of the office', async () => {
  const { text } = await site.get('/vu-ban/xep-hang')

  expect(text).toContain('xếp như người đã lấy số trước giờ hẹn 60 phút')
  expect(text).toContain('Đến muộn hơn giờ hẹn quá 15 phút')
  expect(text).toContain('người trên 75 tuổi, người khuyết tật')
  expect(text).toContain('Trong 10 phút sau đó')
  expect(text).toContain('không phải quy định của luật')
})

test('home, the page of a day, of a procedure and every footer lead to booking', async () => {
  const home = await site.get('/vu-ban')
  const day = await site.get(`/vu-ban/lich/${fridays[0]!.id}`)
  const procedure = await site.get(`/vu-ban/thu-tuc/${single}`)

  expect(home.html).toMatch(/class="button" href="\/vu-ban\/dat-lich"/)
  expect(day.html).toContain(`href="${dayPath(fridays[0]!)}"`)
  expect(procedure.html).toContain(`href="/vu-ban/dat-lich?thu-tuc=${single}"`)
  expect(procedure.html).toContain('href="/vu-ban/dat-lich"')
})
