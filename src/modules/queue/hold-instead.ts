import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import type { Appointment } from './appointment.ts'
import { minuteOf } from './clock.ts'
import { findAppointment } from './find-appointment.ts'
import { giveBack } from './give-back.ts'
import type { Hold } from './hold.ts'
import { isDone } from './is-done.ts'
import { lockDays } from './lock-days.ts'
import { readRules } from './read-rules.ts'
import { requireClientKey } from './said.ts'
import { seatBreaches } from './seat-breaches.ts'
import { takeSeats } from './take-seats.ts'
import { withNearest } from './with-nearest.ts'

/**
 * Another seat in place of the one that was held, or was lost meanwhile, kept as long again: the form
 * and its link stay, and nothing has to be typed again. Refuses what `holdSeat` refuses of the day and
 * the time, with the nearest free times; what is held stays held then.
 */
export async function holdInstead(
  ctx: Ctx,
  input: { token: string; clientKey: string; serviceDayId: string; start: Temporal.PlainTime },
): Promise<Hold> {
  requireClientKey(input.clientKey)
  const { token, clientKey, serviceDayId } = input
  const start = minuteOf(input.start)
  const held = await requireHeld(ctx, token)
  const wanted = { serviceDayId, start, minutes: held.minutes, lanes: 1, people: 1 }
  await withNearest(ctx, wanted, () =>
    inTransaction(ctx, async (ctx) => {
      // In one order with whoever moves the same hold, and before the days.
      await sql`select pg_advisory_xact_lock(hashtextextended(${held.id}, 13))`.execute(ctx.db)
      if (await isDone(ctx, held.id, clientKey)) return
      const { id, serviceDayId: before } = await requireHeld(ctx, token)
      await lockDays(ctx, [before, serviceDayId])
      await giveBack(ctx, id)
      await refuseBreach(seatBreaches, () => takeSeats(ctx, wanted, async () => id))
      const { holdMinutes } = await readRules(ctx)
      const moved = await sql`
        update queue.appointment
           set service_day_id = ${serviceDayId}, from_minute = ${start},
               held_until = ${new Date(ctx.now.getTime() + holdMinutes * 60_000)},
               change_keys = change_keys || ${clientKey}::text
         where office_id = ${ctx.officeId} and id = ${id} and state = 'held'
         returning id`.execute(ctx.db)
      if (moved.rows.length === 0) throw new Refusal('queue.hold_ended', { field: 'form' })
    }),
  )
  const now = await requireHeld(ctx, token)
  return {
    token,
    serviceDayId: now.serviceDayId,
    date: now.date,
    start: now.start,
    end: now.end,
    heldUntil: now.heldUntil ?? ctx.now,
    procedureCodes: now.procedureCodes,
  }
}

/** Held, or booked by the same form a moment ago. */
async function requireHeld(ctx: Ctx, token: string): Promise<Appointment> {
  const found = await findAppointment(ctx, { token })
  if (!found || found.through !== 'web') throw new Refusal('queue.hold_ended', { field: 'form' })
  return found
}
