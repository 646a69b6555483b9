import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { confirmMark, type SubscriptionChannel } from './subscription.ts'

const goodForDays = 7

/**
 * The owner of a phone or mailbox opened the link that was sent there: from now on bulletins come. The
 * link works once. Refuses one that nobody was sent, that was used, or that is older than a week.
 */
export async function confirmSubscription(
  ctx: Ctx,
  input: { token: string },
): Promise<{ channel: SubscriptionChannel }> {
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .updateTable('outreach.subscription')
      .set({ confirmed_at: ctx.now, confirm_mark: null })
      .where('office_id', '=', ctx.officeId)
      .where('confirm_mark', '=', confirmMark(ctx, input.token))
      .where('asked_at', '>', new Date(ctx.now.getTime() - goodForDays * 86_400_000))
      .returning(['id', 'channel'])
      .executeTakeFirst()
    if (!row) throw new Refusal('outreach.subscription_unknown')
    await record(ctx, 'outreach.subscribed', row.id, { channel: row.channel, how: 'link' })
    return { channel: row.channel === 'email' ? 'email' : 'sms' }
  })
}
