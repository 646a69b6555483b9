import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addVenue, setAgencyDistance } from '#src/modules/offices/index.ts'
import { bookForCaller, readLine, ticketCode } from '#src/modules/queue/index.ts'
import { findHeard } from '#src/modules/reach/index.ts'
import { listRequests } from '#src/modules/requests/index.ts'
import { closeServiceDay } from '#src/modules/service-days/index.ts'
import { newPhone, type Desk } from '#test/desk.ts'
import { comes, minute, openLine, type OpenLine } from '#test/line.ts'
import { procedures, writeNation } from '#test/nation.ts'
import { asOfficer, hiredAs } from '#test/office.ts'
import { useOfficers } from '#test/officers-site.ts'

const site = useOfficers()
const desk = {} as Desk
let line: OpenLine
let open = false
let hang: { cookie: string; id: string }
let lan: { cookie: string; id: string }
let chairman = ''

beforeAll(async () => {
  await writeNation(site.office.owner)
  const venue = await addVenue(site.owner(), { kind: 'hall', name: 'Hội trường Gôi' })
  const from = Temporal.PlainDate.from('2020-01-01')
  for (const at of ['commune_police', 'district', 'province'] as const)
    await setAgencyDistance(site.owner(), { at, km: 3, from })
  const officer = await hiredAs(site.office, 'officer')
  Object.assign(desk, { office: site.office, officer, venueId: venue.id })
  hang = await site.enter('officer')
  lan = await site.enter('officer')
  chairman = (await site.enter('chairman')).cookie
})

/** Today's line, with so many people in it, and Hằng at counter 1. */
async function today(people: number): Promise<void> {
  await closeDay()
  line = await openLine(desk)
  open = true
  for (let i = 0; i < people; i++) await comes(line, i)
  await press('ngoi', { counter: counter(0) })
}

/** Of two open days the page would show the first. */
async function closeDay(): Promise<void> {
  const reason = 'Hết giờ'
  if (open)
    await closeServiceDay(minute(desk.officer, 60), { serviceDayId: line.serviceDayId, reason })
  open = false
}

const counter = (place: number) => line.counters[place]!.id
const whole = () =>
  readLine(asOfficer(site.owner(), ['queue.run']), {
    serviceDayId: line.serviceDayId,
  })
const visitOf = async (code: string) => {
  const all = await whole()
  const visits = [
    ...[...all.waiting, ...all.onHold, ...all.leftLately],
    ...all.counters.flatMap((it) => it.visit ?? []),
  ]
  return visits.find((it) => it.code === code)!.visitId
}

/** Sends a form of the page as a browser without script does. */
function press(deed: string, fields: Record<string, string> = {}, cookie = hang.cookie) {
  const form = { clientKey: randomUUID(), day: line.serviceDayId, counter: counter(0), ...fields }
  return site.post(`/ban/hang/${deed}`, form, { cookie })
}

/** The page that a form leads to. */
async function after(answer: { status: number; location: string | null }) {
  expect(answer.status).toBe(303)
  return site.get(answer.location!, hang.cookie)
}

const page = () => site.get('/ban/hang', hang.cookie)

test('without an open day the page says so and leads to the desk', async () => {
  const { status, text } = await page()
  expect(status).toBe(200)
  expect(text).toContain('Hôm nay chưa mở ngày phục vụ nào')
})

describe('without script', () => {
  test('an officer chooses a counter once a day', async () => {
    await today(0)
    expect((await page()).text).toContain('Quầy 1')
    expect((await page()).text).not.toContain('Hôm nay ngồi quầy nào?')
    expect((await site.get('/ban/hang', lan.cookie)).text).toContain('Hôm nay ngồi quầy nào?')
    const taken = await press('ngoi', {}, lan.cookie)
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Cán bộ Thử')
    expect((await after(await press('roi'))).text).toContain('Hôm nay ngồi quầy nào?')
  })

  test('next, again, start, done: each is one button, and the line follows', async () => {
    await today(3)
    const called = await after(await press('moi-tiep'))
    expect(called.text).toContain('Đang mời · quầy 1')
    expect(called.text).toContain('Hoàn tác: mời số 001')
    const visit = await visitOf('001')
    expect((await after(await press('goi-lai', { visit }))).text).toContain('đã gọi 2 lần')
    const began = await after(await press('bat-dau', { visit }))
    expect(began.text).toContain('Đang làm · quầy 1')
    expect(began.text).not.toContain('đã gọi 0 lần')
    expect((await after(await press('xong', { visit }))).text).toContain('đã làm xong')
    expect((await whole()).waiting.map((it) => it.code)).toEqual(['002', '003'])
  })

  test('next ends who was served and calls whoever comes next', async () => {
    await today(3)
    await press('moi-tiep')
    await press('bat-dau', { visit: await visitOf('001') })
    expect((await after(await press('moi-tiep'))).text).toContain('Đang mời')
    const now = await whole()
    expect(now.counters[0]!.visit!.code).toBe('002')
    expect(now.leftLately.map((it) => [it.code, it.outcome])).toEqual([['001', 'served']])
  })

  test('set aside and resumed, missed and put back, passed on, sent away, called out of turn', async () => {
    await today(6)
    await press('moi-tiep')
    const first = await visitOf('001')
    expect((await after(await press('giu-lai', { visit: first }))).text).toContain('Làm tiếp')
    await press('moi-tiep')
    const missed = await after(await press('vang', { visit: await visitOf('002') }))
    expect(missed.text).toContain('gọi 1 lần không có mặt, đã lùi')
    expect((await whole()).waiting.map((it) => it.code)).toEqual([
      '003',
      '004',
      '005',
      '002',
      '006',
    ])
    await press('lam-tiep', { visit: first })
    const passed = await after(await press('chuyen', { visit: first, toCounter: counter(1) }))
    expect(passed.text).toContain('chờ riêng quầy 2')
    const gone = await press('cho-ve', { visit: await visitOf('003'), reason: 'Thiếu căn cước' })
    expect((await after(gone)).text).toContain('Thiếu căn cước')
    await press('goi', { visit: await visitOf('006') })
    expect((await whole()).counters[0]!.visit!.code).toBe('006')
  })

  test('who missed their turn and left comes back in, by a button while it is time', async () => {
    await today(1)
    const visit = await visitOf('001')
    for (const _ of [1, 2]) {
      await press('moi-tiep')
      await press('vang', { visit })
    }
    expect((await page()).text).toContain('vào lại được đến')
    expect((await after(await press('vao-lai', { visit }))).text).toContain('1 người')
  })

  test('who goes first by law is marked, with why they stand there', async () => {
    await today(3)
    await press('uu-tien', { visit: await visitOf('003'), priority: 'over_75' })
    const { text } = await page()
    expect(text).toContain('xếp như đến sớm 60 phút')
    expect((await whole()).waiting[0]!.code).toBe('003')
  })

  test('what was done last is taken back, by its name', async () => {
    await today(2)
    await press('moi-tiep')
    expect((await after(await press('hoan-tac'))).text).toContain('Đã hoàn tác.')
    expect((await whole()).waiting.map((it) => it.code)).toEqual(['001', '002'])
    const nothing = await press('hoan-tac')
    expect(nothing.status).toBe(422)
  })

  test('a number is handed out with a name, and leads to its print', async () => {
    await today(1)
    const given = await after(
      await press('phat-so', {
        ...{ name: 'Trần Thị B', phone: '0912 345 678' },
        ...{ procedure: procedures.certificate, priority: 'with_infant' },
      }),
    )
    expect(given.text).toContain('Đã phát số 002.')
    expect(given.html).toMatch(/href="\/ban\/hang\/phieu\/[0-9a-f-]{36}"/)
    expect(given.text).toContain('Trần Thị B')
    expect(given.text).toContain('Xác nhận thử')
  })
})

test('who booked is checked in by the code, once, and stands in line with their time', async () => {
  await today(2)
  const { code } = await bookForCaller(minute(desk.officer, 1), {
    ...{ clientKey: randomUUID(), serviceDayId: line.serviceDayId },
    start: Temporal.PlainTime.from('09:00'),
    ...{ procedureCodes: [procedures.copy], phone: null, personName: 'Trần Thị B' },
    ...{ bookerName: null, note: 'Đi xe lăn' },
  })
  const here = await after(await press('bao-den', { code }))
  expect(here.text).toContain('Đã phát số 003.')
  expect(here.text).toMatch(/đặt 9 giờ, đã đến .* Dặn trước: Đi xe lăn/)
  const again = await press('bao-den', { code })
  expect(again.status).toBe(422)
  expect(again.text).toContain('003')
  const called = await after(await press('goi', { visit: await visitOf('003') }))
  expect(called.text).toMatch(/Trần Thị B .* Dặn trước: Đi xe lăn đặt 9 giờ từ/)
})

describe('a form that comes five times at the same moment has one effect', () => {
  test('next calls one person', async () => {
    await today(8)
    const clientKey = randomUUID()
    const five = await Promise.all(
      Array.from({ length: 5 }, () => press('moi-tiep', { clientKey })),
    )
    expect(five.map((it) => it.status)).toEqual([303, 303, 303, 303, 303])
    expect((await whole()).waiting).toHaveLength(7)
  })

  test('a number is handed out once', async () => {
    await today(0)
    const clientKey = randomUUID()
    const five = await Promise.all(Array.from({ length: 5 }, () => press('phat-so', { clientKey })))
    expect(new Set(five.map((it) => it.location?.match(/so=(\d+)/)?.[1]))).toEqual(new Set(['001']))
    expect((await whole()).given).toBe(1)
  })
})

describe('what is refused, in words', () => {
  test('nobody without the right sees the line or calls', async () => {
    await today(1)
    expect((await site.get('/ban/hang', chairman)).status).toBe(403)
    expect((await press('moi-tiep', {}, chairman)).status).toBe(403)
    expect((await whole()).waiting).toHaveLength(1)
  })

  test('nobody waits', async () => {
    await today(0)
    expect((await after(await press('moi-tiep'))).text).toContain('Không còn ai chờ để mời.')
  })

  test('sent away without a reason', async () => {
    await today(1)
    const answer = await press('cho-ve', { visit: await visitOf('001'), reason: ' ' })
    expect(answer.status).toBe(422)
    expect((await whole()).waiting).toHaveLength(1)
  })

  test('a booking code that is none, or unknown; what was typed stays', async () => {
    await today(0)
    const short = await press('bao-den', { code: '12' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('Nhập mã hẹn gồm 6 chữ số.')
    expect(short.html).toContain('value="12"')
    const unknown = await press('bao-den', { code: '123456' })
    expect(unknown.status).toBe(422)
    expect(unknown.html).toContain('value="123456"')
  })

  test('a phone that is none; the name stays', async () => {
    await today(0)
    const answer = await press('phat-so', { name: 'Trần Thị B', phone: '12' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="Trần Thị B"')
    expect((await whole()).given).toBe(0)
  })

  test('somebody whom another counter has called', async () => {
    await today(1)
    await press('moi-tiep', { counter: counter(1) }, lan.cookie)
    const answer = await press('goi', { visit: await visitOf('001') })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('001')
  })

  test('a day that was closed meanwhile', async () => {
    await today(1)
    await closeDay()
    expect((await press('moi-tiep')).status).toBe(422)
    const closed = await page()
    expect(closed.text).toContain('Hôm nay đã đóng bàn')
    expect(closed.text).not.toMatch(/Hôm nay ngồi quầy nào|Phát số/)
  })

  test('a form that is no form of the page', async () => {
    await today(0)
    expect((await press('khong-co')).status).toBe(404)
    expect((await press('moi-tiep', { counter: 'x' })).status).toBe(422)
  })
})

describe('the open page', () => {
  const json = { accept: 'application/json' }

  test('the same form answers with the line as JSON, without a phone', async () => {
    await today(1)
    const form = { clientKey: randomUUID(), day: line.serviceDayId, phone: '0912 345 678' }
    const answer = await site.post('/ban/hang/phat-so', form, { ...json, cookie: hang.cookie })
    expect(answer.status).toBe(200)
    const { state, handedOut } = JSON.parse(answer.html) as {
      state: { waiting: { code: string }[] }
      handedOut: { code: string; ahead: number }
    }
    expect(handedOut).toMatchObject({ code: ticketCode({ series: '', number: 2 }), ahead: 1 })
    expect(state.waiting.map((it) => it.code)).toEqual(['001', '002'])
    expect(answer.html).not.toMatch(/912 ?345 ?678/)
  })

  test('refused, it answers with the sentence', async () => {
    await today(0)
    const form = { clientKey: randomUUID(), day: line.serviceDayId, counter: counter(0) }
    const answer = await site.post('/ban/hang/hoan-tac', form, { ...json, cookie: hang.cookie })
    expect(answer.status).toBe(409)
    expect((JSON.parse(answer.html) as { error: string }).error).not.toBe('')
  })

  test('what cannot be read is not joined', async () => {
    await today(0)
    const answer = await site.post('/ban/hang/noi-lai', {}, { ...json, cookie: hang.cookie })
    expect(answer.status).toBe(422)
  })

  test('its frame, which the browser keeps, holds nobody’s name', async () => {
    await today(0)
    await press('phat-so', { name: 'Trần Thị B' })
    const { html } = await site.get('/ban/hang/khung', hang.cookie)
    expect(html).toContain('<desk-line>')
    expect(html).not.toContain('Trần Thị B')
    const worker = await site.get('/ban/hang/giu-trang.js', hang.cookie)
    expect(worker.headers.get('service-worker-allowed')).toBe('/')
  })
})

describe('a request received during a visit', () => {
  const received = (visit: string, fields: Record<string, string> = {}) =>
    site.post(
      '/ban/tiep-nhan',
      {
        ...{ clientKey: randomUUID(), visit, code: procedures.copy, relation: 'self', do: 'luu' },
        ...{ 'here.fullName': 'Trần Thị B', 'here.phone': newPhone() },
        ...{ commune: '13741|2025-07-01', came: 'here', ...fields },
      },
      { cookie: hang.cookie },
    )

  test('its form is filled in with what the visit knows', async () => {
    await today(0)
    const name = 'Trần Thị B'
    await press('phat-so', { name, phone: '0912 345 678', procedure: procedures.copy })
    await press('moi-tiep')
    const visit = await visitOf('001')
    expect((await page()).html).toContain(`/ban/tiep-nhan?luot=${visit}`)
    const form = await site.get(`/ban/tiep-nhan?luot=${visit}`, hang.cookie)
    expect(form.text).toContain('Lượt số 001')
    expect(form.html).toContain(`value="${name}"`)
    expect(form.html).toContain('0912345678')
    expect(form.html).toContain(`name="code" value="${procedures.copy}"`)
  })

  test('it carries the number, and one visit holds several', async () => {
    await today(1)
    await press('moi-tiep')
    const visit = await visitOf('001')
    const first = await received(visit)
    expect(first.status).toBe(303)
    const shown = await site.get(first.location!, hang.cookie)
    expect(shown.text).toContain('Lượt số 001')
    expect(shown.text).toContain('Thêm việc nữa cho lượt này')
    expect((await page()).text).toContain('Đã ghi trong lượt này:')
    await received(visit)
    const ctx = asOfficer(site.owner(), ['requests.read'])
    const { items } = await listRequests(ctx, { visitId: visit })
    expect(items.map((it) => it.serviceDayId)).toEqual([line.serviceDayId, line.serviceDayId])
    expect((await site.get('/ban', hang.cookie)).text).toContain('Lượt số 001')
  })

  test('a visit of another day, and one that is not there, are refused', async () => {
    await today(1)
    const visit = await visitOf('001')
    const before = site.now
    site.now = new Date('2026-11-23T01:30:00Z')
    const { cookie } = await site.enter('officer')
    const late = await site.post(
      '/ban/tiep-nhan',
      {
        ...{ clientKey: randomUUID(), visit, code: procedures.copy, relation: 'self', do: 'luu' },
        ...{ 'here.fullName': 'Trần Thị C', commune: '13741|2025-07-01', came: 'here' },
      },
      { cookie },
    )
    site.now = before
    expect(late.status).toBe(422)
    expect(late.text).toContain('Lượt này là của ngày khác')
    expect((await received(randomUUID())).status).toBe(422)
  })
})

test('one press at the counter says how the person heard, and leads back to the line', async () => {
  await today(1)
  await press('moi-tiep')
  const visitId = await visitOf('001')
  const path = `/ban/biet-tin/${visitId}`
  expect((await site.get('/ban/hang', hang.cookie)).html).toContain(`href="${path}"`)
  expect((await site.get(path, hang.cookie)).text).toContain('Bà con biết tin qua đâu?')
  const told = await site.post(path, { heard: 'hamlet_head' }, { cookie: hang.cookie })
  expect(told.location).toBe('/ban/hang')
  expect(await findHeard(site.owner(), { visitId })).toMatchObject({ channel: 'hamlet_head' })
  const again = await site.get(path, hang.cookie)
  expect(again.html).toMatch(/value="hamlet_head" aria-pressed="true"/)
  expect((await site.get(path, chairman)).status).toBe(403)
  const receiving = await site.get(`/ban/tiep-nhan?luot=${visitId}`, hang.cookie)
  expect(receiving.html).toMatch(/value="hamlet_head" checked/)
})
