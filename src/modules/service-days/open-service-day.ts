import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockServiceDay } from './lock-service-day.ts'

/**
 * The desk opens for the day, or again after it closed too early. Refuses any day but today's, one
 * that is open already and one that was cancelled.
 */
export async function openServiceDay(ctx: Ctx, input: { serviceDayId: string }): Promise<void> {
  requireRight(ctx, 'service_days.run')
  return inTransaction(ctx, async (ctx) => {
    const day = await lockServiceDay(ctx, input.serviceDayId, 'open')
    if (!day.date.equals(vietnamDay(ctx.now)))
      throw new Refusal('service_days.not_today', { params: { date: day.date.toString() } })
    await ctx.db
      .updateTable('service_days.service_day')
      .set({
        state: 'open',
        opened_at: day.openedAt ?? ctx.now,
        closed_at: null,
        close_reason: null,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', day.id)
      .execute()
    await record(ctx, 'service_days.opened', day.id)
    await announce(ctx, 'service_days', ctx.officeId)
  })
}
