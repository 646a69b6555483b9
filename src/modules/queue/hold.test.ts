import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { book, bookableDay, bookIt, counters, hold, rules, seatsOf } from '#test/booking.ts'
import { useDesk } from '#test/desk.ts'
import { at } from '#test/office.ts'
import { cancelAppointment, findHold, getAppointment, holdInstead, releaseHold } from './index.ts'

const desk = useDesk()
const later = (minutes: number) => `2026-11-23T03:${String(minutes).padStart(2, '0')}:00Z`
const time = (text: string) => Temporal.PlainTime.from(text)

beforeAll(async () => {
  await counters(desk, 1)
  await rules(desk)
})

test('five minutes are over and nobody took the seat: the booking goes on unasked', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await hold(ctx, id, '08:30')

  const booked = await bookIt(at(ctx, later(6)), token)

  expect(booked).toMatchObject({ state: 'booked', start: time('08:30') })
})

test('a hold that was cleared away, its seat still free: the booking goes on', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await hold(ctx, id, '08:30')
  // Somebody else takes the time when the hold has lapsed, and then would rather not come.
  const other = await book(at(ctx, later(6)), id, '08:30')
  await cancelAppointment(at(ctx, later(6)), { token: other.token })
  expect((await seatsOf(ctx, id)).seats).toHaveLength(0)

  const booked = await bookIt(at(ctx, later(7)), token)

  expect(booked).toMatchObject({ state: 'booked', start: time('08:30') })
  expect((await seatsOf(ctx, id)).seats).toHaveLength(1)
})

test('held too long and booked by somebody else: it is said plainly, and the same form holds and books another time', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await hold(ctx, id, '08:30')
  const now = at(ctx, later(6))
  await book(now, id, '08:30')
  await expect(bookIt(now, token)).rejects.toMatchObject({ code: 'queue.hold_ended' })

  const other = { token, clientKey: randomUUID(), serviceDayId: id, start: time('08:45') }
  const kept = await holdInstead(now, other)
  expect(await holdInstead(now, other)).toEqual(kept)

  expect(kept).toMatchObject({ token, start: time('08:45') })
  expect(await bookIt(now, token)).toMatchObject({ state: 'booked', start: time('08:45') })
  expect((await seatsOf(ctx, id)).seats).toHaveLength(2)
  expect((await holdInstead(now, other)).start).toEqual(time('08:45'))
})

test('a seat that is let go is free for somebody else at once', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await hold(ctx, id, '08:30')

  await releaseHold(ctx, { token })

  expect(await findHold(ctx, token)).toBeNull()
  expect(await book(ctx, id, '08:30')).toMatchObject({ state: 'booked' })
})

test('letting go after booking leaves the appointment as it is', async () => {
  const { id, ctx } = await bookableDay(desk)
  const { token } = await book(ctx, id, '08:30')

  await releaseHold(ctx, { token })

  expect(await getAppointment(ctx, { token })).toMatchObject({ state: 'booked' })
})
