import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockServiceDay } from './lock-service-day.ts'
import { requireReason } from './reason.ts'

/**
 * The office calls a planned day off, and people are told why. The row stays, so that the page of the
 * day can tell. Refuses a day that was opened or is cancelled already.
 */
export async function cancelServiceDay(
  ctx: Ctx,
  input: { serviceDayId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'service_days.plan')
  const reason = requireReason(input.reason)
  return inTransaction(ctx, async (ctx) => {
    const day = await lockServiceDay(ctx, input.serviceDayId, 'cancel')
    await ctx.db
      .updateTable('service_days.service_day')
      .set({ state: 'cancelled', cancel_reason: reason })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', day.id)
      .execute()
    await record(ctx, 'service_days.cancelled', day.id)
    await announce(ctx, 'service_days', ctx.officeId)
  })
}
