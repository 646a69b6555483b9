import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { cancelServiceDay, changeServiceDay } from '#src/modules/service-days/index.ts'
import {
  book,
  bookableDay,
  bookIt,
  counters,
  director,
  friday,
  hold,
  monday,
  rules,
  seatsOf,
} from '#test/booking.ts'
import { newPhone, useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { asOfficer, at } from '#test/office.ts'
import {
  changeRules,
  listBookableDays,
  listExpectedMinutes,
  listFreeTimes,
  minutesFor,
  readNearTimes,
  readRules,
  setExpectedMinutes,
  usualRules,
} from './index.ts'

const desk = useDesk()
const refused = (deed: Promise<unknown>) =>
  deed.then(String, (error: { code: string }) => error.code)

beforeAll(async () => {
  await counters(desk, 2)
  await rules(desk)
})

test('when too many hold seats at once the office asks to wait, and nobody sees an error', async () => {
  // So little may be booked that three holds are more than half of it.
  await rules(desk, { holdsPerOffice: 3, walkInPercent: 90 })
  const { id, ctx } = await bookableDay(desk)
  for (const start of ['08:00', '08:15', '08:30']) await hold(ctx, id, start)

  expect(await refused(hold(ctx, id, '08:45'))).toBe('queue.office_busy')
  await rules(desk)
})

test('one phone holds two seats at a time, and again when they have lapsed', async () => {
  const { id, ctx } = await bookableDay(desk)
  const phone = newPhone()
  await hold(ctx, id, '08:00', { phone })
  await hold(ctx, id, '08:15', { phone })

  const third = hold(ctx, id, '08:30', { phone })
  await expect(third).rejects.toMatchObject({
    code: 'queue.too_many_holds',
    field: 'phone',
    params: { waitMinutes: 5 },
  })
  const later = at(ctx, '2026-11-23T03:05:00Z')
  expect(await hold(later, id, '08:30', { phone })).toMatchObject({ serviceDayId: id })
})

test('one phone has four appointments to come; those that are over do not count', async () => {
  const { id, ctx } = await bookableDay(desk)
  const phone = newPhone()
  for (const start of ['08:00', '08:15', '08:30', '08:45']) await book(ctx, id, start, { phone })

  expect(await refused(hold(ctx, id, '09:00', { phone }))).toBe('queue.too_many_bookings')

  const next = await bookableDay(desk, {}, '2026-12-04')
  const after = at(next.ctx, '2026-11-28T03:00:00Z')
  expect(await hold(after, next.id, '09:00', { phone })).toMatchObject({ serviceDayId: next.id })
})

test('a time outside the hours, across noon or between two slots is not held', async () => {
  const { id, ctx } = await bookableDay(desk)

  for (const start of ['07:15', '11:30', '12:00', '08:05', '17:00'])
    expect(await refused(hold(ctx, id, start))).toBe('queue.time_unknown')
})

test('too near, too far ahead, and a day that there is not', async () => {
  const { id, ctx } = await bookableDay(desk)
  const morning = at(ctx, `${friday}T01:01:00Z`)

  expect(await refused(hold(morning, id, '08:30'))).toBe('queue.too_late')
  expect(await hold(morning, id, '08:45')).toMatchObject({ serviceDayId: id })
  expect(await refused(hold(at(ctx, '2026-10-20T03:00:00Z'), id, '08:30'))).toBe('queue.too_far')
  expect(await refused(hold(ctx, randomUUID(), '08:30'))).toBe('queue.day_unknown')
})

test('a day called off holds nobody, and days with free times are offered', async () => {
  const { id, ctx, officer } = await bookableDay(desk)
  const other = await bookableDay(desk)
  await cancelServiceDay(officer, { serviceDayId: id, reason: 'Bão số 9' })

  const error = await hold(ctx, id, '08:30').catch((it: unknown) => it)

  expect(error).toMatchObject({ code: 'queue.day_closed' })
  const near = readNearTimes((error as { params: Record<string, string> }).params)
  expect(near).toHaveLength(3)
  expect(near.every((it) => it.serviceDayId !== id)).toBe(true)
  expect(await listFreeTimes(ctx, { serviceDayId: id, minutes: 15 })).toEqual([])
  const days = await listBookableDays(ctx, { procedureCodes: [] })
  expect(days.map((it) => it.serviceDayId)).not.toContain(id)
  expect(days.map((it) => it.serviceDayId)).toContain(other.id)
})

test('two counters but one officer: each time takes one person', async () => {
  const { id, ctx } = await bookableDay(desk)
  const alone = await bookableDay(desk, { officerIds: [officerOf()] })
  await book(ctx, id, '08:00')

  expect(await book(ctx, id, '08:00')).toMatchObject({ state: 'booked' })
  await book(alone.ctx, alone.id, '08:00')
  expect(await refused(book(alone.ctx, alone.id, '08:00'))).toBe('queue.seat_taken')
})

test('a half of the day that is full is named, not one that is over or too short', async () => {
  const hours = {
    morning: { from: '08:00', to: '08:30' },
    afternoon: { from: '13:30', to: '17:00' },
  }
  const { id, ctx } = await bookableDay(desk, { hours })
  const full = async (ctx: Ctx, procedureCodes: string[] = []) =>
    (await listBookableDays(ctx, { procedureCodes })).find((it) => it.serviceDayId === id)
  expect(await full(ctx)).toMatchObject({ state: 'free', fullHalves: [] })

  for (const start of ['08:00', '08:00', '08:15', '08:15']) await book(ctx, id, start)

  expect(await full(ctx)).toMatchObject({ state: 'free', fullHalves: ['morning'] })
  const noon = at(ctx, `${friday}T05:00:00Z`)
  expect(await full(noon)).toMatchObject({ state: 'free', fullHalves: [] })
  const long = [procedures.copy, procedures.record, procedures.certificate]
  expect(await full(ctx, long)).toMatchObject({ state: 'free', fullHalves: [] })
})

test('more kept for who walks in when all is booked: appointments stay, no more are taken', async () => {
  const { id, ctx, officer } = await bookableDay(desk, { capacity: 10 })
  for (const start of ['08:00', '08:15', '08:30', '08:45', '09:00']) await book(ctx, id, start)
  await changeServiceDay(officer, { serviceDayId: id, capacity: 5 })

  expect(await refused(book(ctx, id, '10:00'))).toBe('queue.day_full')
  expect(await seatsOf(ctx, id)).toMatchObject({ people: 5, minutes: 75 })
})

test('several procedures need more minutes, as the office sets them, in whole slots', async () => {
  const officer = director(desk)
  await setExpectedMinutes(officer, { procedureCode: procedures.certificate, minutes: 20 })
  const { id, ctx } = await bookableDay(desk)

  expect(await minutesFor(ctx, [])).toBe(15)
  expect(await minutesFor(ctx, [procedures.certificate])).toBe(30)
  expect(await minutesFor(ctx, [procedures.certificate, procedures.copy])).toBe(45)
  expect(await listExpectedMinutes(ctx)).toEqual([
    { procedureCode: procedures.certificate, minutes: 20 },
  ])
  const both = [procedures.certificate, procedures.copy]
  const booked = await book(ctx, id, '08:00', { procedureCodes: both })
  expect(booked).toMatchObject({ minutes: 45, procedureCodes: both })
  await setExpectedMinutes(officer, { procedureCode: procedures.certificate, minutes: null })
  expect(await minutesFor(ctx, [procedures.certificate])).toBe(15)
})

test('an unknown procedure, a wrong phone and no name are told beside the field', async () => {
  const { id, ctx } = await bookableDay(desk)
  const unknown = { procedureCodes: ['0.000000'] }
  await expect(hold(ctx, id, '08:00', unknown)).rejects.toMatchObject({
    code: 'queue.procedure_unknown',
    field: 'procedureCodes',
  })
  await expect(hold(ctx, id, '08:00', { phone: '12' })).rejects.toMatchObject({
    code: 'places.phone_wrong',
    field: 'phone',
  })
  await expect(hold(ctx, id, '08:00', { clientKey: '!' })).rejects.toMatchObject({
    code: 'queue.client_key_malformed',
  })
  const { token } = await hold(ctx, id, '08:00')
  await expect(bookIt(ctx, token, '  ')).rejects.toMatchObject({
    code: 'queue.name_missing',
    field: 'personName',
  })
  await expect(bookIt(ctx, 'khong-co')).rejects.toMatchObject({ code: 'queue.hold_ended' })
})

test('the rules of the line are changed by who was given that, and impossible figures are refused', async () => {
  const officer = asOfficer(desk.office, ['offices.edit'])
  const change = (differs: object) => refused(changeRules(officer, { ...usualRules, ...differs }))

  expect(await refused(changeRules(desk.office, usualRules))).toBe('identity.not_allowed')
  expect(await change({ slotMinutes: 7 })).toBe('queue.slot_impossible')
  expect(await change({ usualMinutes: 1 })).toBe('queue.minutes_impossible')
  expect(await change({ walkInPercent: 101 })).toBe('queue.share_impossible')
  expect(await change({ holdMinutes: 0 })).toBe('queue.rules_impossible')
  expect(await change({ nearPlaces: 1.5 })).toBe('queue.rules_impossible')
  await changeRules(officer, { ...usualRules, horizonDays: 45 })
  expect(await readRules(at(desk.office, monday))).toEqual({ ...usualRules, horizonDays: 45 })
  await rules(desk)
})

function officerOf(): string {
  const { actor } = desk.officer
  return actor.kind === 'officer' ? actor.officerId : ''
}
