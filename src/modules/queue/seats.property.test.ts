import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { bookableDay, bookIt, counters, hold, monday, rules, seatsOf } from '#test/booking.ts'
import { useDesk } from '#test/desk.ts'
import { at } from '#test/office.ts'
import { bookGroup, cancelAppointment, changeAppointment, releaseHold } from './index.ts'

const desk = useDesk()
const lanes = 2

beforeAll(async () => {
  await counters(desk, lanes)
  await rules(desk, { holdsPerOffice: 10_000 })
})

type Days = { id: string }[]
type Step = { deed: number; who: number; day: number; slot: number; minute: number }

const step = fc.record({
  deed: fc.nat(6),
  who: fc.nat(20),
  day: fc.nat(1),
  slot: fc.nat(7),
  minute: fc.nat(12),
})

const start = (slot: number) => Temporal.PlainTime.from('08:00').add({ minutes: slot * 15 })

test('held, booked, moved and cancelled in any order: nobody sits on anybody’s seat, and the count is always right', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
      walk,
    ),
    { numRuns: 25 },
  )
})

/** Each round of steps is taken at once; what is refused is no harm, anything else thrown is. */
async function walk(rounds: Step[][]): Promise<void> {
  const hours = { morning: { from: '08:00', to: '10:00' }, afternoon: null }
  const days = [
    await bookableDay(desk, { hours, capacity: 12 }),
    await bookableDay(desk, { hours }),
  ]
  const tokens: string[] = []
  let minutes = 0
  for (const round of rounds) {
    minutes += round[0]!.minute
    const now = new Date(Date.parse(monday) + minutes * 60_000).toISOString()
    const told = await Promise.allSettled(
      round.map((it) => take(at(days[0]!.ctx, now), at(days[0]!.officer, now), days, tokens, it)),
    )
    for (const it of told)
      if (it.status === 'rejected' && !(it.reason instanceof Refusal)) throw it.reason
    for (const { id } of days) await check(at(days[0]!.ctx, now), id)
  }
}

async function take(ctx: Ctx, officer: Ctx, days: Days, tokens: string[], step: Step) {
  const { id: serviceDayId } = days[step.day]!
  const token = tokens[step.who % Math.max(1, tokens.length)] ?? 'khong-co'
  const clientKey = randomUUID()
  if (step.deed <= 1) {
    const held = await hold(ctx, serviceDayId, start(step.slot).toString().slice(0, 5))
    tokens.push(held.token)
    if (step.deed === 1) await bookIt(ctx, held.token)
  } else if (step.deed === 2) await bookIt(ctx, token)
  else if (step.deed === 3)
    await changeAppointment(ctx, { token, clientKey, serviceDayId, start: start(step.slot) })
  else if (step.deed === 4) await cancelAppointment(ctx, { token })
  else if (step.deed === 5) await releaseHold(ctx, { token })
  else {
    const group = await bookGroup(officer, {
      ...{ clientKey, serviceDayId, start: start(step.slot), end: start(step.slot + 2) },
      ...{ lanes, party: 3, organisation: 'Thôn Gôi', contactName: 'Ông Trưởng thôn' },
      ...{ phone: null, note: null },
    })
    tokens.push(group.token)
  }
}

async function check(ctx: Ctx, serviceDayId: string): Promise<void> {
  const { seats, minutes, people } = await seatsOf(ctx, serviceDayId)
  for (const [i, seat] of seats.entries()) {
    const next = seats[i + 1]
    if (next?.lane === seat.lane) expect(next.from).toBeGreaterThanOrEqual(seat.to)
    expect(seat.lane).toBeLessThanOrEqual(lanes)
  }
  expect(minutes).toBe(seats.reduce((sum, it) => sum + it.to - it.from, 0))
  // 70 percent of two lanes of two hours, and of twelve people.
  expect(minutes).toBeLessThanOrEqual(168)
  const rows = await ctx.db
    .selectFrom('queue.appointment as a')
    .leftJoin('queue.seat as s', 's.appointment_id', 'a.id')
    .select(['a.state', 'a.lanes', 'a.party'])
    .select((eb) => [
      eb.fn.count<number>('s.lane').as('seats'),
      eb.fn.sum<number>('s.people').as('people'),
    ])
    .where('a.service_day_id', '=', serviceDayId)
    .groupBy(['a.id', 'a.state', 'a.lanes', 'a.party'])
    .execute()
  expect(people).toBe(rows.reduce((sum, it) => sum + (it.people ?? 0), 0))
  for (const it of rows) {
    if (it.state === 'booked') expect([it.seats, it.people]).toEqual([it.lanes, it.party])
    if (it.state === 'cancelled') expect(it.seats).toBe(0)
  }
}
