import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { openDatabase } from '#src/base/db.ts'
import { cancelServiceDay } from '#src/modules/service-days/index.ts'
import { book, bookableDay, counters, monday, rules, seatsOf } from '#test/booking.ts'
import { newPhone, useDesk } from '#test/desk.ts'
import { procedures } from '#test/nation.ts'
import { at } from '#test/office.ts'
import {
  askWaitingList,
  cancelAppointment,
  findHold,
  getWish,
  listServiceDaysWithWishes,
  passOffer,
  passOnFreedSeats,
  takeOffer,
  withdrawWish,
  type Wish,
} from './index.ts'

const desk = useDesk()
const refused = (deed: Promise<unknown>) =>
  deed.then(String, (error: { code: string }) => error.code)
const later = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000).toISOString()

beforeAll(async () => {
  await counters(desk, 1)
  await rules(desk, { walkInPercent: 0 })
})

/** A morning of two quarters, both booked. */
async function fullDay() {
  const hours = { morning: { from: '08:00', to: '08:30' }, afternoon: null }
  const day = await bookableDay(desk, { hours })
  const booked = [await book(day.ctx, day.id, '08:00'), await book(day.ctx, day.id, '08:15')]
  return { ...day, booked }
}

type Asking = Partial<Parameters<typeof askWaitingList>[1]>

function ask(ctx: Ctx, serviceDayId: string, name: string, differs: Asking = {}): Promise<Wish> {
  return askWaitingList(ctx, {
    clientKey: randomUUID(),
    serviceDayId,
    part: 'any',
    procedureCodes: [],
    name,
    phone: newPhone(),
    ...differs,
  })
}

const take = (ctx: Ctx, token: string) => takeOffer(ctx, { token, clientKey: randomUUID() })

test('somebody cancels: who waited first is asked first, and taking the offer is an appointment', async () => {
  const { id, ctx, booked } = await fullDay()
  const first = await ask(ctx, id, 'Bà Một')
  const second = await ask(at(ctx, later(1)), id, 'Ông Hai')
  expect(await passOnFreedSeats(ctx, { serviceDayId: id })).toEqual([])
  expect(await refused(take(ctx, first.token))).toBe('queue.no_offer')

  await cancelAppointment(ctx, { token: booked[1]!.token })
  const offers = await passOnFreedSeats(at(ctx, later(2)), { serviceDayId: id })

  expect(offers).toMatchObject([{ wishId: first.id, name: 'Bà Một', token: first.token }])
  expect(offers[0]!.start.toString()).toBe('08:15:00')
  expect(offers[0]!.until.toISOString()).toBe(later(32))
  expect(await getWish(ctx, second.token)).toMatchObject({
    state: 'waiting',
    ahead: 0,
    offer: null,
  })

  const taken = await Promise.all([1, 2, 3].map(() => take(at(ctx, later(3)), first.token)))
  expect(new Set(taken.map((it) => it.code)).size).toBe(1)
  expect(taken[0]).toMatchObject({ personName: 'Bà Một', through: 'waiting_list', hasPhone: true })
  expect(await getWish(ctx, first.token)).toMatchObject({
    state: 'taken',
    appointmentToken: taken[0]!.token,
  })
  expect((await seatsOf(ctx, id)).seats).toHaveLength(2)
})

test('not taken within half an hour, the seat goes to the next, and the first cannot take it back', async () => {
  const { id, ctx, booked } = await fullDay()
  const first = await ask(ctx, id, 'Bà Một')
  const second = await ask(at(ctx, later(1)), id, 'Ông Hai')
  await cancelAppointment(ctx, { token: booked[0]!.token })
  await passOnFreedSeats(at(ctx, later(2)), { serviceDayId: id })

  expect(await passOnFreedSeats(at(ctx, later(31)), { serviceDayId: id })).toEqual([])
  const offers = await passOnFreedSeats(at(ctx, later(32)), { serviceDayId: id })

  expect(offers.map((it) => it.name)).toEqual(['Ông Hai'])
  expect(await getWish(ctx, first.token)).toMatchObject({ state: 'lapsed', offer: null })
  expect(await refused(take(at(ctx, later(33)), first.token))).toBe('queue.offer_ended')
  expect(await take(at(ctx, later(33)), second.token)).toMatchObject({ personName: 'Ông Hai' })
})

test('a few minutes late, while nobody else has it, the seat can still be taken', async () => {
  const { id, ctx, booked } = await fullDay()
  const { token } = await ask(ctx, id, 'Bà Một')
  await cancelAppointment(ctx, { token: booked[0]!.token })
  await passOnFreedSeats(ctx, { serviceDayId: id })

  expect(await take(at(ctx, later(40)), token)).toMatchObject({ state: 'booked' })
})

test('a seat on offer is booked by nobody else, and no form takes it for a hold of its own', async () => {
  const { id, ctx, booked } = await fullDay()
  await ask(ctx, id, 'Bà Một')
  await cancelAppointment(ctx, { token: booked[0]!.token })
  await passOnFreedSeats(ctx, { serviceDayId: id })

  expect(await refused(book(ctx, id, '08:00'))).toBe('queue.day_full')
  const { token } = await ctx.db
    .selectFrom('queue.appointment')
    .select('token')
    .where('service_day_id', '=', id)
    .where('state', '=', 'held')
    .executeTakeFirstOrThrow()
  expect(await findHold(ctx, token)).toBeNull()
})

test('two servers pass seats on at once: each is offered to exactly one', async () => {
  const { id, ctx, booked } = await fullDay()
  for (let n = 0; n < 5; n++) await ask(at(ctx, later(n)), id, `Người ${n}`)
  for (const { token } of booked) await cancelAppointment(ctx, { token })
  const url = String(desk.office.database.pool.options.connectionString)
  const second = openDatabase(url, { max: 8 })
  const other = { ...ctx, db: second.forOffice(ctx.officeId) }

  const told = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      passOnFreedSeats(i % 2 ? ctx : other, { serviceDayId: id }),
    ),
  )
  await second.close()

  expect(
    told
      .flat()
      .map((it) => it.name)
      .toSorted(),
  ).toEqual(['Người 0', 'Người 1'])
  expect((await seatsOf(ctx, id)).seats).toHaveLength(2)
})

test('who waits for the afternoon is not offered the morning; who needs long waits for a seat long enough', async () => {
  const { id, ctx, booked } = await fullDay()
  await ask(ctx, id, 'Chỉ buổi chiều', { part: 'afternoon' })
  const long = [procedures.certificate, procedures.copy]
  const both = await ask(at(ctx, later(1)), id, 'Hai việc', { procedureCodes: long })
  await cancelAppointment(ctx, { token: booked[0]!.token })
  expect(await passOnFreedSeats(at(ctx, later(2)), { serviceDayId: id })).toEqual([])

  await cancelAppointment(ctx, { token: booked[1]!.token })
  const offers = await passOnFreedSeats(at(ctx, later(2)), { serviceDayId: id })

  expect(offers.map((it) => it.name)).toEqual(['Hai việc'])
  expect(await take(at(ctx, later(3)), both.token)).toMatchObject({
    minutes: 30,
    procedureCodes: long,
  })
})

test('passed on, or no longer waited for, the seat is free at once', async () => {
  const { id, ctx, booked } = await fullDay()
  const first = await ask(ctx, id, 'Bà Một')
  const second = await ask(at(ctx, later(1)), id, 'Ông Hai')
  expect(await refused(passOffer(ctx, { token: first.token }))).toBe('queue.no_offer')
  await cancelAppointment(ctx, { token: booked[0]!.token })
  await passOnFreedSeats(ctx, { serviceDayId: id })

  expect(await passOffer(ctx, { token: first.token })).toMatchObject({ state: 'lapsed' })
  await passOnFreedSeats(ctx, { serviceDayId: id })
  expect(await getWish(ctx, second.token)).toMatchObject({ state: 'offered' })
  expect(await withdrawWish(ctx, { token: second.token })).toMatchObject({ state: 'withdrawn' })

  expect((await seatsOf(ctx, id)).seats).toHaveLength(1)
  expect(await refused(take(ctx, second.token))).toBe('queue.wish_ended')
  expect(await listServiceDaysWithWishes(ctx)).not.toContain(id)
})

test('pressed five times it is one wish; a phone that waits already is told so, and so is a link to nowhere', async () => {
  const { id, ctx } = await fullDay()
  const same = { clientKey: randomUUID(), phone: newPhone() }
  const told = await Promise.all([1, 2, 3, 4, 5].map(() => ask(ctx, id, 'Bà Một', same)))

  expect(new Set(told.map((it) => it.token)).size).toBe(1)
  expect(await refused(ask(ctx, id, 'Bà Một', { phone: same.phone }))).toBe('queue.wish_already')
  expect(await refused(ask(ctx, randomUUID(), 'Bà Một'))).toBe('queue.day_unknown')
  expect(await refused(ask(at(ctx, '2026-11-28T03:00:00Z'), id, 'Bà Một'))).toBe('queue.day_closed')
  expect(await refused(ask(ctx, id, 'Bà Một', { procedureCodes: ['0.000000'] }))).toBe(
    'catalogue.procedure_unknown',
  )
  expect(await refused(getWish(ctx, 'khong-co'))).toBe('queue.wish_not_found')
  expect(await listServiceDaysWithWishes(ctx)).toContain(id)
})

test('who has taken the seat does not stop waiting but cancels the appointment', async () => {
  const { id, ctx, booked } = await fullDay()
  const { token } = await ask(ctx, id, 'Bà Một')
  await cancelAppointment(ctx, { token: booked[0]!.token })
  await passOnFreedSeats(ctx, { serviceDayId: id })
  await take(ctx, token)

  expect(await refused(withdrawWish(ctx, { token }))).toBe('queue.wish_ended')
})

test('when a day is called off nobody waits for it any more', async () => {
  const { id, ctx, officer } = await fullDay()
  const { token } = await ask(ctx, id, 'Bà Một')
  await cancelServiceDay(officer, { serviceDayId: id, reason: 'Bão số 9' })

  expect(await passOnFreedSeats(ctx, { serviceDayId: id })).toEqual([])
  expect(await getWish(ctx, token)).toMatchObject({ state: 'lapsed' })
})
