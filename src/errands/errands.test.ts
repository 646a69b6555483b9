import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { forgetOnceOver } from '#src/cli/forget-once-over.ts'
import { mindLines } from '#src/cli/mind-lines.ts'
import { listToTell } from '#src/modules/notices/index.ts'
import { addVenue } from '#src/modules/offices/index.ts'
import {
  askWaitingList,
  bookForCaller,
  callNext,
  cancelAppointment,
  changeAppointment,
  getAppointment,
  getWish,
  readLine,
  readTurn,
} from '#src/modules/queue/index.ts'
import { getProgramme } from '#src/modules/service-days/index.ts'
import { useDesk } from '#test/desk.ts'
import { comes, minute, openLine } from '#test/line.ts'
import { planned, programme, terms, type ProgrammeOf } from '#test/planned.ts'
import { callOffDay } from './call-off-day.ts'
import { changeDay } from './change-day.ts'
import { changeProgramme } from './change-programme.ts'
import { closeDay } from './close-day.ts'
import { openDay } from './open-day.ts'
import { endProgramme } from './end-programme.ts'
import { giveSeatOn } from './give-seat-on.ts'
import { moveDay } from './move-day.ts'
import { offerFreedSeats } from './offer-freed-seats.ts'

const desk = useDesk()
const date = (text: string) => Temporal.PlainDate.from(text)
const world = (ctx: Ctx) => ({
  ...{ database: desk.office.database, sealer: desk.office.sealer, now: ctx.now },
})
let phones = 0
const phone = () => `09${String(++phones).padStart(8, '0')}`

/** Friday 27/11/2026 of a programme of its own. */
async function friday(differs: ProgrammeOf = {}) {
  const programmeId = await programme(desk, {
    ...{ from: '2026-11-27', to: '2026-11-28', ...differs },
  })
  const days = await planned(desk.officer, programmeId, '2026-11-27')
  return { programmeId, serviceDayId: days.at(-1)!.id }
}

async function books(serviceDayId: string, start: string, personName = 'Nguyễn Thị Mẫu') {
  return bookForCaller(desk.officer, {
    ...{ clientKey: randomUUID(), serviceDayId, start: Temporal.PlainTime.from(start) },
    ...{ procedureCodes: [], phone: phone(), personName, bookerName: null, note: null },
  })
}

const toTell = async (subjectId: string) =>
  (await listToTell(desk.officer)).items.filter((it) => it.subjectId === subjectId)

test('a day is moved: whoever is booked is to be told the new date, and keeps the time', async () => {
  const { serviceDayId } = await friday()
  const { id, token } = await books(serviceDayId, '08:30')
  const reason = 'Hội trường bận'
  expect(await moveDay(desk.officer, { serviceDayId, date: date('2026-11-26'), reason })).toBe(1)
  expect(await toTell(id)).toMatchObject([
    {
      ...{ kind: 'day_moved', name: 'Nguyễn Thị Mẫu' },
      params: { from: '2026-11-27', date: '2026-11-26', time: '08:30', reason, token },
      // They would have come on the 27th, but must come on the 26th.
      tellBy: new Date('2026-11-26T01:30:00Z'),
    },
  ])
  const kept = await getAppointment(desk.officer, { token })
  expect([kept.state, kept.date.toString(), kept.start.toString()]).toEqual([
    ...['booked', '2026-11-26', '08:30:00'],
  ])
})

test('moved again before anybody was told, only the last date is told', async () => {
  const { serviceDayId } = await friday()
  const { id } = await books(serviceDayId, '09:00')
  await moveDay(desk.officer, { serviceDayId, date: date('2026-11-26'), reason: 'Bận' })
  await moveDay(desk.officer, { serviceDayId, date: date('2026-11-30'), reason: 'Bận' })
  const messages = await toTell(id)
  expect(messages).toHaveLength(1)
  expect(messages[0]!.params).toMatchObject({ from: '2026-11-26', date: '2026-11-30' })
})

test('who chose another time by themselves need not be told of the move any more', async () => {
  const { serviceDayId } = await friday()
  const booked = await books(serviceDayId, '09:00')
  await moveDay(desk.officer, { serviceDayId, date: date('2026-11-26'), reason: 'Bận' })
  await changeAppointment(desk.office, {
    ...{ token: booked.token, clientKey: randomUUID(), serviceDayId },
    start: Temporal.PlainTime.from('10:00'),
  })
  await giveSeatOn(desk.office, booked)
  expect(await toTell(booked.id)).toEqual([])
})

test('a move that is refused tells nobody', async () => {
  const { serviceDayId } = await friday()
  const { id } = await books(serviceDayId, '09:00')
  const move = moveDay(desk.officer, { serviceDayId, date: date('2026-11-01'), reason: 'Bận' })
  await expect(move).rejects.toMatchObject({ code: 'service_days.date_in_past' })
  expect(await toTell(id)).toEqual([])
})

test('a day is called off: everybody booked is to be told, and may choose another with the link', async () => {
  const { serviceDayId } = await friday()
  const people = await Promise.all(['08:00', '08:15', '10:00'].map((at) => books(serviceDayId, at)))
  expect(await callOffDay(desk.officer, { serviceDayId, reason: 'Bão số 9' })).toBe(3)
  for (const { id, token } of people) {
    expect(await toTell(id)).toMatchObject([
      { kind: 'day_cancelled', params: { reason: 'Bão số 9', token } },
    ])
    expect((await getAppointment(desk.officer, { token })).state).toBe('displaced')
  }
})

test('called off after it was moved, people are told only that it is off', async () => {
  const { serviceDayId } = await friday()
  const { id } = await books(serviceDayId, '08:00')
  await moveDay(desk.officer, { serviceDayId, date: date('2026-11-26'), reason: 'Bận' })
  await callOffDay(desk.officer, { serviceDayId, reason: 'Bão' })
  expect((await toTell(id)).map((it) => it.kind)).toEqual(['day_cancelled'])
})

test('nobody waits for a day that was called off', async () => {
  const { serviceDayId } = await friday()
  const wish = await waits(serviceDayId)
  await callOffDay(desk.officer, { serviceDayId, reason: 'Bão' })
  expect((await getWish(desk.officer, wish.token)).state).toBe('lapsed')
})

test('other hours: who lies outside them is to be told, who lies within them is not', async () => {
  const { serviceDayId } = await friday()
  const early = await books(serviceDayId, '07:30')
  const late = await books(serviceDayId, '10:00')
  const hours = { morning: { from: '09:00', to: '11:30' }, afternoon: null }
  expect(await changeDay(desk.officer, { serviceDayId, hours })).toBe(1)
  expect((await toTell(early.id)).map((it) => it.kind)).toEqual(['appointment_displaced'])
  expect(await toTell(late.id)).toEqual([])
})

test('another place on the same day is told to everybody booked', async () => {
  const { serviceDayId } = await friday()
  const { id } = await books(serviceDayId, '08:30')
  const system: Ctx = { ...desk.office, actor: { kind: 'system', job: 'test' } }
  const venue = await addVenue(system, { kind: 'hamlet_house', name: 'Nhà văn hóa thôn' })
  expect(await changeDay(desk.officer, { serviceDayId, venueId: venue.id })).toBe(1)
  expect((await toTell(id))[0]!.params).toMatchObject({
    ...{ from: '2026-11-27', date: '2026-11-27', venue: 'Nhà văn hóa thôn' },
  })
})

test('a programme ends or changes its hours: people booked on its days are to be told', async () => {
  const ended = await friday({ from: '2026-11-20' })
  const one = await books(ended.serviceDayId, '08:30')
  await endProgramme(desk.officer, {
    ...{ programmeId: ended.programmeId, validTo: date('2026-11-27'), reason: 'Gộp xã' },
  })
  expect((await toTell(one.id)).map((it) => it.kind)).toEqual(['day_cancelled'])

  const changed = await friday()
  const two = await books(changed.serviceDayId, '08:30')
  const { nameVi } = await getProgramme(desk.officer, changed)
  await changeProgramme(desk.officer, {
    ...terms(desk, { nameVi, hours: { morning: null, afternoon: { from: '13:30', to: '17:00' } } }),
    programmeId: changed.programmeId,
  })
  expect((await toTell(two.id)).map((it) => it.kind)).toEqual(['appointment_displaced'])
})

async function waits(serviceDayId: string) {
  return askWaitingList(desk.office, {
    ...{ clientKey: randomUUID(), serviceDayId, part: 'any', procedureCodes: [] },
    ...{ name: 'Trần Văn Mẫu', phone: phone() },
  })
}

test('a freed seat goes to who waits longest, once, and to the next when it was not taken', async () => {
  // One lane from 7:30 to 8:00, of which a third is kept: one seat can be booked.
  const { serviceDayId } = await friday({
    hours: { morning: { from: '07:30', to: '08:00' }, afternoon: null },
  })
  const booked = await books(serviceDayId, '07:30')
  const [first, second] = [await waits(serviceDayId), await waits(serviceDayId)]
  await offerFreedSeats(desk.office, serviceDayId)
  expect(await toTell(first.id)).toEqual([])

  await cancelAppointment(desk.office, { token: booked.token })
  await Promise.all(Array.from({ length: 20 }, () => offerFreedSeats(desk.office, serviceDayId)))
  expect(await toTell(first.id)).toMatchObject([
    { kind: 'seat_offered', params: { date: '2026-11-27', time: '07:30', token: first.token } },
  ])
  expect(await toTell(second.id)).toEqual([])

  const later = { ...desk.office, now: new Date(desk.office.now.getTime() + 31 * 60_000) }
  await mindLines(world(later))
  const list = (await listToTell({ ...desk.officer, now: later.now })).items
  expect(list.filter((it) => it.subjectId === first.id)).toEqual([])
  expect(list.filter((it) => it.subjectId === second.id)).toHaveLength(1)
})

test('who left a phone is to be told once when near, and nobody any more once the day is closed', async () => {
  const line = await openLine(desk, { counters: 1 })
  const tickets = []
  for (let i = 0; i < 5; i++) tickets.push(await comes(line, i, { phone: phone() }))
  const silent = await comes(line, 5)
  await mindLines(world(minute(line.citizen, 6)))
  await mindLines(world(minute(line.citizen, 7)))
  const told = await Promise.all(tickets.map(({ visitId }) => toTell(visitId)))
  // Fewer than three before them.
  expect(told.map((it) => it.length)).toEqual([1, 1, 1, 0, 0])
  expect(told[2]![0]).toMatchObject({ kind: 'turn_near', params: { code: '003', ahead: 2 } })
  expect(await toTell(silent.visitId)).toEqual([])

  const officer = minute(line.officers[0]!, 60)
  await closeDay(officer, { serviceDayId: line.serviceDayId, reason: 'Mất điện' })
  expect(await toTell(tickets[0]!.visitId)).toEqual([])
  const turn = await readTurn(officer, { token: tickets[4]!.token })
  expect(turn).toMatchObject({ state: 'left', outcome: 'sent_elsewhere' })
})

test('a day closed early: who booked for later is to be told and chooses again, who stayed away is not', async () => {
  const line = await openLine(desk, { counters: 2 })
  const stayedAway = await books(line.serviceDayId, '08:45')
  const later = await books(line.serviceDayId, '10:00')
  const officer = minute(line.officers[0]!, 80)

  expect(await closeDay(officer, { serviceDayId: line.serviceDayId, reason: 'Mất điện' })).toBe(1)
  expect((await getAppointment(officer, { id: later.id })).state).toBe('displaced')
  expect((await getAppointment(officer, { id: stayedAway.id })).state).toBe('booked')
  const told = (await listToTell(officer)).items.filter((it) => it.subjectId === later.id)
  expect(told.map((it) => it.kind)).toEqual(['appointment_displaced'])
})

test('closed by mistake and opened again: everybody waits where they waited, and has the time they booked', async () => {
  const line = await openLine(desk, { counters: 1 })
  const [first, second, third] = [await comes(line, 0), await comes(line, 1), await comes(line, 2)]
  const later = await books(line.serviceDayId, '10:00')
  const officer = minute(line.officers[0]!, 80)
  const { serviceDayId } = line
  const call = { clientKey: randomUUID(), serviceDayId, counterId: line.counters[0]!.id }
  await callNext(officer, call)

  await closeDay(officer, { serviceDayId, reason: 'Bấm nhầm' })
  await openDay(officer, { serviceDayId })
  const { waiting, leftLately } = await readLine(officer, { serviceDayId })
  expect(waiting.map((it) => it.code)).toEqual([first.code, second.code, third.code])
  expect(leftLately).toEqual([])
  expect(await getAppointment(officer, { id: later.id })).toMatchObject({
    ...{ state: 'booked', code: later.code, start: later.start },
  })
  expect(await toTell(later.id)).toEqual([])
  const { rows } = await desk.office.owner.query(
    "select count(*)::int as sent from queue.visit_report where service_day_id = $1 and outcome = 'sent_elsewhere'",
    [serviceDayId],
  )
  expect(rows).toEqual([{ sent: 0 }])

  await closeDay(officer, { serviceDayId, reason: 'Hết giờ' })
  await openDay(officer, { serviceDayId })
  expect((await readLine(officer, { serviceDayId })).waiting).toHaveLength(3)
})

test('ninety days after, names and phones are gone and the figures are not', async () => {
  const { serviceDayId } = await friday()
  const booked = await books(serviceDayId, '08:30')
  const wish = await waits(serviceDayId)
  await callOffDay(desk.officer, { serviceDayId, reason: 'Bão' })
  const forget = (instant: string) =>
    forgetOnceOver(world({ ...desk.office, now: new Date(instant) }))
  await forget('2027-02-24T18:00:00Z')
  expect((await getAppointment(desk.office, { id: booked.id })).personName).toBe('Nguyễn Thị Mẫu')
  await forget('2027-02-26T18:00:00Z')
  const { rows } = await desk.office.owner.query(
    `select a.person_name, a.phone_sealed, w.name, w.phone_sealed as wish_phone, m.name as told,
            m.phone_sealed as told_phone, m.params
       from queue.appointment a, queue.wish w, notices.message m
      where a.id = $1 and w.id = $2 and m.subject_id = $1`,
    [booked.id, wish.id],
  )
  expect(rows).toEqual([
    {
      ...{ person_name: '–', phone_sealed: null, name: '–', wish_phone: Buffer.alloc(0) },
      ...{ told: null, told_phone: null, params: {} },
    },
  ])
  const report = await desk.office.owner.query(
    'select state, minutes, party from queue.appointment_report where appointment_id = $1',
    [booked.id],
  )
  expect(report.rows).toEqual([{ state: 'displaced', minutes: 15, party: 1 }])
})
