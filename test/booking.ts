import { randomUUID } from 'node:crypto'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { setCounter } from '#src/modules/offices/index.ts'
import {
  bookHeld,
  getAppointment,
  changeRules,
  holdSeat,
  usualRules,
  type Appointment,
  type Hold,
  type Rules,
} from '#src/modules/queue/index.ts'
import { newPhone, type Desk } from './desk.ts'
import { at } from './office.ts'
import { planned, programme, type ProgrammeOf } from './planned.ts'

/** Monday 23/11/2026, 10:00 at the desk: the moment at which these tests book for the Friday after. */
export const monday = '2026-11-23T03:00:00Z'
export const friday = '2026-11-27'

const clock = (text: string) => Temporal.PlainTime.from(text)

/** The office as its own director sees it. */
export function director(desk: Desk): Ctx {
  return { ...desk.office, actor: { kind: 'system', job: 'test' } }
}

/** Opens counters 1 to `count`. */
export async function counters(desk: Desk, count: number): Promise<void> {
  for (let number = 1; number <= count; number++)
    await setCounter(director(desk), { number, name: '', inUse: true })
}

/** The office keeps to the usual rules but for these. */
export function rules(desk: Desk, differs: Partial<Rules> = {}): Promise<void> {
  return changeRules(director(desk), { ...usualRules, ...differs })
}

/**
 * A Friday of a programme of its own, 7:30 to 11:30 and 13:30 to 17:00 unless told, with as many seats
 * at once as there are counters; and what a citizen sees of it on the Monday before.
 */
export async function bookableDay(
  desk: Desk,
  differs: ProgrammeOf = {},
  date = friday,
): Promise<{ id: string; ctx: Ctx; officer: Ctx }> {
  const from = Temporal.PlainDate.from(date)
  const id = await programme(desk, {
    officerIds: [],
    capacity: null,
    weekday: from.dayOfWeek,
    from: date,
    to: from.add({ days: 1 }).toString(),
    ...differs,
  })
  const [day] = await planned(at(desk.officer, monday), id, date)
  return { id: day!.id, ctx: at(desk.office, monday), officer: at(desk.officer, monday) }
}

type Holding = Partial<Parameters<typeof holdSeat>[1]>

export function hold(
  ctx: Ctx,
  serviceDayId: string,
  start: string,
  differs: Holding = {},
): Promise<Hold> {
  return holdSeat(ctx, {
    clientKey: randomUUID(),
    serviceDayId,
    start: clock(start),
    procedureCodes: [],
    phone: newPhone(),
    ...differs,
  })
}

export async function bookIt(
  ctx: Ctx,
  token: string,
  personName = 'Nguyễn Thị Lan',
): Promise<Appointment> {
  await bookHeld(ctx, { token, clientKey: randomUUID(), personName, bookerName: null })
  return getAppointment(ctx, { token })
}

/** Holds and books in one go. */
export async function book(
  ctx: Ctx,
  serviceDayId: string,
  start: string,
  differs: Holding = {},
): Promise<Appointment> {
  const { token } = await hold(ctx, serviceDayId, start, differs)
  return bookIt(ctx, token)
}

/** How many got what they asked for, and by which names the others were refused; a bug is thrown. */
export async function tally(deeds: Promise<unknown>[]): Promise<Record<string, number>> {
  const told: Record<string, number> = {}
  for (const deed of await Promise.allSettled(deeds)) {
    if (deed.status === 'rejected' && !(deed.reason instanceof Refusal)) throw deed.reason
    const name = deed.status === 'fulfilled' ? 'booked' : (deed.reason as Refusal).code
    told[name] = (told[name] ?? 0) + 1
  }
  return told
}

/** Lane and minutes of every seat of the day, and what the day counts. */
export async function seatsOf(
  ctx: Ctx,
  serviceDayId: string,
): Promise<{
  seats: { lane: number; from: number; to: number }[]
  minutes: number
  people: number
}> {
  const seats = await ctx.db
    .selectFrom('queue.seat')
    .select(['lane', 'from_minute as from', 'to_minute as to'])
    .where('service_day_id', '=', serviceDayId)
    .orderBy('lane')
    .orderBy('from_minute')
    .execute()
  const day = await ctx.db
    .selectFrom('queue.day')
    .select(['booked_minutes as minutes', 'booked_people as people'])
    .where('service_day_id', '=', serviceDayId)
    .executeTakeFirst()
  return { seats, minutes: day?.minutes ?? 0, people: day?.people ?? 0 }
}
