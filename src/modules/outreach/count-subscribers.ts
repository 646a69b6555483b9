import type { Ctx } from '#src/base/ctx.ts'
import { requireOutreach } from './require-outreach.ts'
import type { SubscriptionChannel } from './subscription.ts'

/** How many get the bulletins on their phone or in their mailbox. */
export async function countSubscribers(ctx: Ctx): Promise<Record<SubscriptionChannel, number>> {
  requireOutreach(ctx)
  const rows = await ctx.db
    .selectFrom('outreach.subscription')
    .select(['channel', (eb) => eb.fn.countAll<number>().as('count')])
    .where('office_id', '=', ctx.officeId)
    .where('confirmed_at', 'is not', null)
    .groupBy('channel')
    .execute()
  const of = (channel: SubscriptionChannel) => rows.find((it) => it.channel === channel)?.count ?? 0
  return { sms: of('sms'), email: of('email') }
}
