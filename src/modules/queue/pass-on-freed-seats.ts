import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { minuteOf, timeOf } from './clock.ts'
import { freeTimesOf } from './day-frame.ts'
import { endWish } from './end-wish.ts'
import { firstMinute } from './first-minute.ts'
import { lockDays } from './lock-days.ts'
import { makeOffer, type WaitingWish } from './make-offer.ts'
import { readFrames } from './read-frames.ts'
import { readRules } from './read-rules.ts'
import { isInPart } from './wish.ts'

/** A seat kept for somebody of the waiting list, of which they are to be told. */
export type Offer = {
  wishId: string
  /** Of the wish: in the link that takes the seat. */
  token: string
  name: string
  phoneSealed: Buffer
  serviceDayId: string
  date: Temporal.PlainDate
  start: Temporal.PlainTime
  end: Temporal.PlainTime
  until: Date
}

/**
 * Whoever waits for a day is offered a seat that is free by now, first who asked first; an offer that
 * was not taken in time has lapsed, and its seat goes to the next. Gives the offers made now; told
 * again, or by two processes at once, it makes none twice. When the day is over or called off nobody
 * waits for it any more.
 */
export async function passOnFreedSeats(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<Offer[]> {
  const { serviceDayId } = input
  return inTransaction(ctx, async (ctx) => {
    await lockDays(ctx, [serviceDayId])
    const wishes = await listWishes(ctx, serviceDayId)
    const lapsed = wishes.filter((it) => it.offered_until && it.offered_until <= ctx.now)
    for (const wish of lapsed) await endWish(ctx, wish.id, 'lapsed')
    const waiting = wishes.filter((it) => it.state === 'waiting')
    if (waiting.length === 0) return []

    const rules = await readRules(ctx)
    const { frames } = await readFrames(ctx, { serviceDayId, minutes: rules.slotMinutes })
    const frame = frames[0]!
    const over = Temporal.PlainDate.compare(frame.date, vietnamDay(ctx.now)) < 0
    if (over || (frame.state !== 'planned' && frame.state !== 'open')) {
      for (const wish of wishes) await endWish(ctx, wish.id, 'lapsed')
      return []
    }
    const notBefore = firstMinute(frame.date, ctx.now, rules.leadMinutes)
    const offers: Offer[] = []
    for (const wish of waiting) {
      const { minutes } = wish
      const fits = { slotMinutes: rules.slotMinutes, minutes, people: 1, notBefore }
      const free = freeTimesOf(frame, fits).find((it) => isInPart(wish.part, minuteOf(it.start)))
      if (!free) continue
      const start = minuteOf(free.start)
      const { lane, until } = await makeOffer(ctx, wish, frame, start, rules)
      frame.seats.push([lane, start, start + minutes, 1])
      offers.push({
        wishId: wish.id,
        token: wish.token,
        name: wish.name,
        phoneSealed: wish.phone_sealed,
        serviceDayId,
        date: frame.date,
        start: free.start,
        end: timeOf(start + minutes),
        until,
      })
    }
    return offers
  })
}

async function listWishes(ctx: Ctx, serviceDayId: string): Promise<WaitingWish[]> {
  return ctx.db
    .selectFrom('queue.wish')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where('state', 'in', ['waiting', 'offered'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
}
