import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'

const webhookDays = 30

/**
 * Erases addresses and texts of messages that were settled before a moment; that one went out, and what
 * became of it, stays. Also notes of webhooks that no channel repeats any more, and counts of past days.
 */
export async function forgetOldDeliveries(ctx: Ctx, input: { before: Date }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('deliveries.message')
      .set({ to_sealed: null, content_sealed: null })
      .where('office_id', '=', ctx.officeId)
      .where('settled_at', '<', input.before)
      .where('to_sealed', 'is not', null)
      .execute()
    const old = new Date(ctx.now.getTime() - webhookDays * 86_400_000)
    await ctx.db
      .deleteFrom('deliveries.webhook_event')
      .where('office_id', '=', ctx.officeId)
      .where('taken_at', '<', old)
      .execute()
    await ctx.db
      .deleteFrom('deliveries.report')
      .where('office_id', '=', ctx.officeId)
      .where('at', '<', old)
      .execute()
    await ctx.db
      .deleteFrom('deliveries.day_count')
      .where('office_id', '=', ctx.officeId)
      .where('day', '<', vietnamDay(old))
      .execute()
    await ctx.db
      .deleteFrom('deliveries.follower')
      .where('office_id', '=', ctx.officeId)
      .where('unfollowed_at', '<', input.before)
      .execute()
  })
}
