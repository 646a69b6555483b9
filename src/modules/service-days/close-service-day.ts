import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockServiceDay } from './lock-service-day.ts'
import { requireReason } from './reason.ts'

/** The desk closes, with the reason told: the last person has gone, the power is out. Refuses a day that is not open. */
export async function closeServiceDay(
  ctx: Ctx,
  input: { serviceDayId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'service_days.run')
  const reason = requireReason(input.reason)
  return inTransaction(ctx, async (ctx) => {
    const day = await lockServiceDay(ctx, input.serviceDayId, 'close')
    await ctx.db
      .updateTable('service_days.service_day')
      .set({ state: 'closed', closed_at: ctx.now, close_reason: reason })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', day.id)
      .execute()
    await record(ctx, 'service_days.closed', day.id)
    await announce(ctx, 'service_days', ctx.officeId)
  })
}
