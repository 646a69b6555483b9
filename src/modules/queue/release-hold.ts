import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { findHold } from './find-hold.ts'
import { lockDays } from './lock-days.ts'

/** Somebody goes back without booking: the seat is free at once. Nothing happens to what is booked. */
export async function releaseHold(ctx: Ctx, input: { token: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const hold = await findHold(ctx, input.token)
    if (!hold) return
    await lockDays(ctx, [hold.serviceDayId])
    await ctx.db
      .deleteFrom('queue.appointment')
      .where('office_id', '=', ctx.officeId)
      .where('token', '=', input.token)
      .where('state', '=', 'held')
      .execute()
  })
}
