import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { asOfficer, at, hiredAs, useOffice } from '#test/office.ts'
import { addVenue, setCounter } from '#src/modules/offices/index.ts'
import { addProgramme, listServiceDays, planDays } from '#src/modules/service-days/index.ts'
import { readLineFigures, suggestCapacity, type LineDay } from './index.ts'

const office = useOffice()
const viewer = () => asOfficer(office, ['reports.read'])
const date = (text: string) => Temporal.PlainDate.from(text)
const november = { from: date('2026-11-01'), to: date('2026-11-19') }
const counterIds: string[] = []
let days: { id: string; date: Temporal.PlainDate }[] = []

type Visit = {
  day: number
  /** Minutes after midnight. */
  taken: number
  procedures?: string[]
  appointmentId?: string
  /** Minutes until the first call; nobody called them without it. */
  waited?: number
  /** Minutes at the counter. */
  served?: number
  outcome?: 'absent' | 'gave_up' | 'sent_elsewhere'
}

let number = 0

/** One visit with its periods, as the line writes them. */
async function visit(it: Visit): Promise<void> {
  const day = days[it.day]!
  const instant = (minute: number) =>
    new Date(`${day.date.toString()}T00:00:00+07:00`).getTime() + minute * 60_000
  const moment = (minute: number) => new Date(instant(minute))
  const { rows } = await office.owner.query(
    `insert into queue.visit (office_id, service_day_id, number, token, source, taken_at,
       appointment_id, appointment_position)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      ...[office.officeId, day.id, ++number, randomUUID(), it.appointmentId ? 'booked' : 'desk'],
      ...[moment(it.taken), it.appointmentId ?? null, it.appointmentId ? 1 : null],
    ],
  )
  const { id } = rows[0] as { id: string }
  for (const [i, code] of (it.procedures ?? []).entries())
    await office.owner.query(`insert into queue.visit_procedure values ($1, $2, $3, $4)`, [
      ...[office.officeId, id, i + 1, code],
    ])
  const period = (kind: string, from: number, to: number | null, more: unknown[]) =>
    office.owner.query(
      `insert into queue.period (office_id, service_day_id, visit_id, kind, from_at, to_at,
         turn_at, counter_id, outcome, calls)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [office.officeId, day.id, id, kind, moment(from), to === null ? null : moment(to), ...more],
    )
  const called = it.taken + (it.waited ?? 30)
  await period('waiting', it.taken, called, [moment(it.taken), null, null, 0])
  let end = called
  if (it.waited !== undefined) {
    end = called + (it.served ?? 0)
    const kind = it.served === undefined ? 'called' : 'serving'
    await period(kind, called, end, [null, counterIds[number % 2], null, 1])
  }
  await period('left', end, null, [null, null, it.outcome ?? 'served', 0])
}

async function appointment(day: number, hour: number, party = 1): Promise<string> {
  const { rows } = await office.owner.query(
    `insert into queue.appointment (office_id, service_day_id, state, through, client_key, token,
       code, made_at, booked_at, from_minute, minutes, person_name, organisation, party)
     values ($1, $2, 'booked', 'web', $3, $3, $4, $5, $5, $6, 30, 'Trần Thị Mẫu', 'Công ty', $7)
     returning id`,
    [
      ...[office.officeId, days[day]!.id, randomUUID(), String(100_000 + ++number), office.now],
      ...[hour * 60, party],
    ],
  )
  const { id } = rows[0] as { id: string }
  return id
}

beforeAll(async () => {
  const officer = await hiredAs(office, 'officer')
  const system = { ...office, actor: { kind: 'system', job: 'test' } } as const
  for (const n of [1, 2])
    counterIds.push((await setCounter(system, { number: n, name: `Quầy ${n}`, inUse: true })).id)
  const venue = await addVenue(system, { kind: 'hall', name: 'Hội trường' })
  const then = at(officer, '2026-11-01T01:00:00Z')
  await addProgramme(then, {
    ...{ nameVi: 'Ngày thứ 6 tại chỗ', nameEn: '', weekday: 5, venueId: venue.id },
    hours: { morning: { from: '07:30', to: '11:30' }, afternoon: null },
    ...{ officerIds: [], procedures: [], partners: [], capacity: null, holidayPolicy: 'skip' },
    ...{ validFrom: date('2026-11-01'), validTo: null },
  })
  await planDays(then, { until: date('2026-11-27') })
  days = await listServiceDays(officer, { from: date('2026-11-01'), to: date('2026-11-27') })
  await office.owner.query(
    `insert into catalogue.procedure (code) values ('1.004873'), ('2.000635');
     update service_days.service_day set state = 'closed', opened_at = date, closed_at = date,
       close_reason = 'Hết giờ' where date < '2026-11-20';
     insert into queue.day (service_day_id, office_id, bookable_minutes, bookable_people)
       select id, office_id, 10000, 10000 from service_days.service_day`,
  )

  // Friday the 6th: five served after 2, 4, 6, 8 and 30 minutes; one absent, one gave up uncalled.
  const first = await appointment(0, 8)
  await visit({ day: 0, taken: 450, procedures: ['1.004873'], waited: 2, served: 10 })
  await visit({ day: 0, taken: 460, procedures: ['1.004873'], waited: 4, served: 20 })
  await visit({ day: 0, taken: 485, appointmentId: first, waited: 6, served: 5 })
  await visit({ day: 0, taken: 490, procedures: ['1.004873', '2.000635'], waited: 8, served: 40 })
  await visit({ day: 0, taken: 545, procedures: ['2.000635'], waited: 30, served: 15 })
  await visit({ day: 0, taken: 550, waited: 10, outcome: 'absent' })
  await visit({ day: 0, taken: 560, outcome: 'gave_up' })
  // Friday the 13th: one of four booked people came; a group of three stayed away.
  const second = await appointment(1, 9)
  await appointment(1, 9, 3)
  await visit({ day: 1, taken: 540, appointmentId: second, waited: 12, served: 10 })
  // Friday the 20th is today and open: who is booked may still come.
  await appointment(2, 15)
})

test('waits and service times are the middle and the ninetieth of those measured', async () => {
  const { total } = await readLineFigures(viewer(), november)
  expect(total.visits).toBe(8)
  // 2 4 6 8 10 12 30: the fourth of seven, and the seventh, since six of seven are less than 90%.
  expect(total.waited).toEqual({ count: 7, median: 8 * 60, ninetieth: 30 * 60 })
  // 5 10 10 15 20 40
  expect(total.service).toEqual({ count: 6, median: 10 * 60, ninetieth: 40 * 60 })
})

test('who was absent or gave up left without service; who was served did not', async () => {
  const { total } = await readLineFigures(viewer(), november)
  expect(total).toMatchObject({ served: 6, absent: 1, gaveUp: 1, sentElsewhere: 0 })
  expect(total.leftWithoutService).toEqual({ count: 2, of: 8, share: 0.25 })
})

test('of five booked people two came, and the group that stayed away counts by its people', async () => {
  const { total, hours } = await readLineFigures(viewer(), november)
  expect(total).toMatchObject({ people: 5, came: 2 })
  expect(total.noShows).toEqual({ count: 3, of: 5, share: 0.6 })
  expect(hours.map((it) => [it.hour, it.visits, it.people, it.noShows.count])).toEqual([
    [7, 2, 0, 0],
    [8, 2, 1, 0],
    [9, 4, 4, 3],
  ])
})

test('somebody booked for today who has not come yet did not stay away', async () => {
  const { total } = await readLineFigures(viewer(), { ...november, to: date('2026-11-30') })
  expect(total.people).toBe(5)
})

test('a visit for several procedures does not say how long each of them takes', async () => {
  const { needs } = await readLineFigures(viewer(), november)
  const of = (code: string) =>
    needs.find((it) => it.need.kind === 'procedure' && it.need.code === code)!
  expect(of('1.004873')).toMatchObject({ visits: 2, service: { count: 2, median: 10 * 60 } })
  expect(of('2.000635')).toMatchObject({ visits: 1, service: { count: 1, median: 15 * 60 } })
  expect(needs.find((it) => it.need.kind === 'several')).toMatchObject({ visits: 1 })
  expect(needs.find((it) => it.need.kind === 'unsaid')).toMatchObject({ visits: 4 })
})

test('booked people and walk-ins are told apart', async () => {
  const { byBooking } = await readLineFigures(viewer(), november)
  expect(byBooking.booked).toMatchObject({ visits: 2, waited: { count: 2, median: 6 * 60 } })
  expect(byBooking.walkIn).toMatchObject({ visits: 6, waited: { count: 5, median: 8 * 60 } })
})

test('each day and month has its own figures, the newest day first', async () => {
  const figures = await readLineFigures(viewer(), november)
  expect(figures.days.map((it) => [it.date.toString(), it.visits, it.counters])).toEqual([
    ['2026-11-13', 1, 1],
    ['2026-11-06', 7, 2],
  ])
  // (10 + 20 + 5 + 40 + 15) / 5
  expect(figures.days[1]!.meanService).toBe(18 * 60)
  expect(figures.months).toMatchObject([{ label: { vi: 'Tháng 11/2026' }, visits: 8, people: 5 }])
})

test('a period without visits has no median, not a nought', async () => {
  const { total, days } = await readLineFigures(viewer(), {
    from: date('2025-01-01'),
    to: date('2025-12-31'),
  })
  expect(total).toMatchObject({ visits: 0, waited: { count: 0, median: null, ninetieth: null } })
  expect(total.noShows.share).toBeNull()
  expect(days).toEqual([])
})

test('the figures are for those who may read reports, of a period that can be', async () => {
  await expect(readLineFigures(office, november)).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  await expect(
    readLineFigures(viewer(), { from: november.to, to: november.from }),
  ).rejects.toMatchObject({ code: 'reports.period_backwards' })
})

/** A day on which so many were served in a mean of so many minutes, half of them booked. */
const measured = (served: number, meanMinutes: number, walkIns: number) =>
  ({
    visits: served,
    booked: served - walkIns,
    service: { count: served, median: null, ninetieth: null },
    meanService: meanMinutes * 60,
  }) as LineDay

test('the capacity is hours × counters ÷ service time, from the slowest to the quickest day', () => {
  const days = [measured(12, 10, 5), measured(12, 15, 4), measured(12, 12, 6), measured(4, 12, 2)]
  const said = suggestCapacity(days, { minutes: 450, counters: 2 })!
  // 450 × 2 × 85% = 765 minutes; ÷ 15 = 51, ÷ 10 = 76.5.
  expect(said).toMatchObject({ days: 4, served: 40, quickest: 10, slowest: 15, from: 51, to: 76 })
  // Walk-ins 2 4 5 6: three days in four had no more than 5; 5 of 51 is 9.8%, kept as 10.
  expect(said).toMatchObject({ walkIns: 5, walkInPercent: 10, bookPercent: 90 })
})

test('only the twelve newest days count', () => {
  const days = [
    ...Array.from({ length: 12 }, () => measured(10, 10, 8)),
    ...Array.from({ length: 12 }, () => measured(10, 40, 8)),
  ]
  expect(suggestCapacity(days, { minutes: 240, counters: 1 })).toMatchObject({
    ...{ days: 12, slowest: 10, from: 20, to: 20, walkInPercent: 40 },
  })
})

test('nothing is suggested from too few days, too few people, or for a day without hours', () => {
  const day = measured(20, 10, 5)
  expect(suggestCapacity([day, day], { minutes: 450, counters: 2 })).toBeNull()
  const quiet = measured(9, 10, 5)
  expect(suggestCapacity([quiet, quiet, quiet], { minutes: 450, counters: 2 })).toBeNull()
  expect(suggestCapacity([day, day, day], { minutes: 0, counters: 2 })).toBeNull()
  expect(suggestCapacity([], { minutes: 450, counters: 2 })).toBeNull()
})
