import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { findHold } from './find-hold.ts'
import type { Hold } from './hold.ts'
import { holdSeat } from './hold-seat.ts'

/**
 * Whoever lost the seat that was kept for them takes another time: it is kept for the same phone and
 * the same procedures, so that nothing has to be typed again. The lost hold is forgotten when its time
 * is up.
 *
 * Refuses as `holdSeat` does, and a hold that there is none of any more.
 */
export async function holdInstead(
  ctx: Ctx,
  input: { token: string; clientKey: string; serviceDayId: string; start: Temporal.PlainTime },
): Promise<Hold> {
  const { token, ...instead } = input
  const lost = await findHold(ctx, token)
  const kept = await ctx.db
    .selectFrom('queue.appointment')
    .select('phone_sealed')
    .where('office_id', '=', ctx.officeId)
    .where('token', '=', token)
    .executeTakeFirst()
  if (!lost || !kept?.phone_sealed) throw new Refusal('queue.hold_ended', { field: 'form' })
  const phone = ctx.sealer.open(kept.phone_sealed)
  return holdSeat(ctx, { ...instead, procedureCodes: lost.procedureCodes, phone })
}
