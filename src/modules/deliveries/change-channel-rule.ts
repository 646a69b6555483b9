import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { ChannelKind } from './channel.ts'
import type { ChannelRule } from './channel-rule.ts'

const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * The office sets how many messages a day go over a channel and when it is quiet. Refuses an impossible
 * cap, a time that is none, and half of the quiet hours.
 */
export async function changeChannelRule(
  ctx: Ctx,
  input: { channel: ChannelKind } & ChannelRule,
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const { channel, dailyCap, quietFrom, quietTo } = input
  if (dailyCap !== null && !(Number.isInteger(dailyCap) && dailyCap >= 0 && dailyCap <= 1_000_000))
    throw new Refusal('deliveries.cap_impossible', { field: 'dailyCap' })
  if ((quietFrom === null) !== (quietTo === null))
    throw new Refusal('deliveries.quiet_half', {
      field: quietFrom === null ? 'quietFrom' : 'quietTo',
    })
  if (quietFrom !== null && !clock.test(quietFrom))
    throw new Refusal('deliveries.time_malformed', { field: 'quietFrom' })
  if (quietTo !== null && !clock.test(quietTo))
    throw new Refusal('deliveries.time_malformed', { field: 'quietTo' })
  return inTransaction(ctx, async (ctx) => {
    const values = { daily_cap: dailyCap, quiet_from: quietFrom, quiet_to: quietTo }
    await ctx.db
      .insertInto('deliveries.channel_rule')
      .values({ office_id: ctx.officeId, channel, ...values })
      .onConflict((oc) => oc.columns(['office_id', 'channel']).doUpdateSet(values))
      .execute()
    await record(ctx, 'deliveries.rule_changed', ctx.officeId, { channel, ...values })
  })
}
