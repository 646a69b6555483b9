import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { openDatabase } from '#src/base/db.ts'
import { rootDir } from '#src/base/root-dir.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import {
  book,
  bookableDay,
  bookIt,
  counters,
  director,
  hold,
  monday,
  rules,
  seatsOf,
  tally,
} from '#test/booking.ts'
import { newPhone, useDesk } from '#test/desk.ts'
import type { Rush } from '#test/rush.ts'
import { bookGroup, listBookableDays, readNearTimes } from './index.ts'

const desk = useDesk()
const fifty = 50

beforeAll(async () => {
  await counters(desk, fifty)
  // All of it may be booked here; the share of walk-ins has a test of its own below.
  await rules(desk, { walkInPercent: 0 })
})

const every = (count: number) => Array.from({ length: count }, (_, i) => i)

/** A day of one slot only, so that its seats are its counters. */
const quarter = (from: string, to: string) => ({
  hours: { morning: { from, to }, afternoon: null },
})

test('200 people press for one last seat: exactly one has it', async () => {
  const { id, ctx } = await bookableDay(desk, quarter('08:00', '08:15'))
  for (const _ of every(fifty - 1)) await book(ctx, id, '08:00')

  const told = await tally(every(200).map(() => book(ctx, id, '08:00')))

  expect(told).toEqual({ booked: 1, 'queue.day_full': 199 })
  expect((await seatsOf(ctx, id)).seats).toHaveLength(fifty)
})

test('200 people press for 100 seats, all for the best hour: exactly 100 have one, each their own', async () => {
  const { id, ctx } = await bookableDay(desk, quarter('08:00', '08:30'))

  const told = await tally(every(200).map((i) => book(ctx, id, i % 2 ? '08:00' : '08:15')))

  expect(told['booked']).toBe(100)
  expect((told['queue.seat_taken'] ?? 0) + (told['queue.day_full'] ?? 0)).toBe(100)
  const { seats, minutes } = await seatsOf(ctx, id)
  expect(new Set(seats.map((it) => `${it.lane} ${it.from}`)).size).toBe(100)
  expect(minutes).toBe(1500)
})

test('two people after each of 100 seats: each seat goes to exactly one', async () => {
  const days = await Promise.all(every(4).map(() => bookableDay(desk, quarter('08:00', '14:15'))))
  // 25 times of four days, 49 of the 50 counters of each busy already: a hundred last seats.
  const last = days.flatMap(({ id }) =>
    every(25).map((i) => ({ id, start: clockOf(480 + i * 15) })),
  )
  const { ctx } = days[0]!
  for (const { id } of days) await fillAllBut(id, 1)

  const told = await tally([...last, ...last].map(({ id, start }) => book(ctx, id, start)))

  expect(told['booked']).toBe(100)
  expect((told['queue.seat_taken'] ?? 0) + (told['queue.day_full'] ?? 0)).toBe(100)
  expect(Object.values(told).reduce((sum, it) => sum + it, 0)).toBe(200)
})

test('two pools of connections after the same 100 seats: still exactly 100 have one', async () => {
  const { id, ctx } = await bookableDay(desk, quarter('08:00', '08:30'))
  const second = openDatabase(urlOf(), { max: 16 })
  const other = { ...ctx, db: second.forOffice(ctx.officeId) }

  const told = await tally(
    every(200).map((i) => book(i % 2 ? ctx : other, id, i % 4 < 2 ? '08:00' : '08:15')),
  )
  await second.close()

  expect(told['booked']).toBe(100)
  expect((await seatsOf(ctx, id)).seats).toHaveLength(100)
})

test('two servers on one database, 200 people, 100 seats: exactly 100 have one and nobody sees an error', async () => {
  const { id, ctx } = await bookableDay(desk, quarter('08:00', '08:30'))
  const rush = (from: number): Rush => ({
    url: urlOf(),
    officeId: ctx.officeId,
    key: keys,
    serviceDayId: id,
    starts: ['08:00', '08:15'],
    people: 100,
    from,
    at: monday,
  })

  const told = await Promise.all([rush(0), rush(50_000)].map(run))

  const sum = (name: string) => told.reduce((all, it) => all + (it[name] ?? 0), 0)
  expect(sum('booked')).toBe(100)
  expect(sum('queue.seat_taken') + sum('queue.day_full')).toBe(100)
  const { seats, minutes, people } = await seatsOf(ctx, id)
  expect(new Set(seats.map((it) => `${it.lane} ${it.from}`)).size).toBe(100)
  expect({ minutes, people }).toEqual({ minutes: 1500, people: 100 })
})

test('what is kept for who walks in stays kept, though 200 book at once', async () => {
  await rules(desk, { walkInPercent: 30 })
  const { id, ctx } = await bookableDay(desk, { ...quarter('08:00', '08:30'), capacity: 60 })

  const told = await tally(every(200).map((i) => book(ctx, id, i % 2 ? '08:00' : '08:15')))
  await rules(desk, { walkInPercent: 0 })

  // 60 people: 42 may book. 100 quarters: 70 may be booked. The lesser holds.
  expect(told['booked']).toBe(42)
  expect(told['queue.day_full']! + (told['queue.seat_taken'] ?? 0)).toBe(158)
})

test('pressed five times at once: one seat kept, one appointment, one answer', async () => {
  const { id, ctx } = await bookableDay(desk)
  const same = { clientKey: randomUUID(), phone: newPhone() }

  const holds = await Promise.all(every(5).map(() => hold(ctx, id, '08:30', same)))
  const booked = await Promise.all(holds.map((it) => bookIt(ctx, it.token)))

  expect(new Set(holds.map((it) => it.token)).size).toBe(1)
  expect(new Set(booked.map((it) => `${it.id} ${it.code}`)).size).toBe(1)
  expect((await seatsOf(ctx, id)).seats).toHaveLength(1)
  const trail = await ctx.db
    .selectFrom('audit.entry')
    .select(['action', 'actor', 'detail'])
    .where('subject_id', '=', booked[0]!.id)
    .execute()
  expect(trail).toEqual([{ action: 'queue.booked', actor: { kind: 'citizen' }, detail: {} }])
})

test('one phone that presses 20 times at once on two days holds two seats and no more', async () => {
  const [one, two] = await Promise.all([bookableDay(desk), bookableDay(desk)])
  const phone = newPhone()

  const told = await tally(
    every(20).map((i) => hold(one.ctx, (i % 2 ? one : two).id, '08:30', { phone })),
  )

  expect(told).toEqual({ booked: 2, 'queue.too_many_holds': 18 })
})

test('whoever is a moment late is offered the three nearest times that are free', async () => {
  const { id, ctx } = await bookableDay(desk, quarter('08:00', '10:00'))
  await fillAllBut(id, 1)
  await book(ctx, id, '08:30')
  await book(ctx, id, '08:45')

  const refused = await book(ctx, id, '08:30').catch((error: unknown) => error)

  expect(refused).toMatchObject({ code: 'queue.seat_taken', field: 'start' })
  const near = readNearTimes((refused as { params: Record<string, string> }).params)
  expect(near.map((it) => it.start.toString())).toEqual(['08:15:00', '08:00:00', '09:00:00'])
  expect(near.every((it) => it.serviceDayId === id)).toBe(true)
  const days = await listBookableDays(ctx, { procedureCodes: [] })
  expect(days.find((it) => it.serviceDayId === id)).toMatchObject({ state: 'free', freeTimes: 6 })
})

const keys = randomBytes(32).toString('hex')

function urlOf(): string {
  return String(desk.office.database.pool.options.connectionString)
}

async function run(rush: Rush): Promise<Record<string, number>> {
  const script = join(rootDir, 'test/rush.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(rush)])
  return JSON.parse(stdout) as Record<string, number>
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** One group sits on all lanes but these, all day. */
async function fillAllBut(serviceDayId: string, lanes: number): Promise<void> {
  const officer = { ...desk.office, now: new Date(monday), actor: director(desk).actor }
  const { hours } = await getServiceDay(officer, { serviceDayId })
  await bookGroup(officer, {
    clientKey: randomUUID(),
    serviceDayId,
    start: Temporal.PlainTime.from(hours.morning!.from),
    end: Temporal.PlainTime.from(hours.morning!.to),
    lanes: fifty - lanes,
    party: 100,
    organisation: 'Công ty May Vụ Bản',
    contactName: 'Trần Văn Nam',
    phone: null,
    note: null,
  })
}
