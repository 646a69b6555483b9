import type { Ctx } from '#src/base/ctx.ts'
import { channels, type ChannelKind } from './channel.ts'
import { usualRule, type ChannelRule } from './channel-rule.ts'

/** Caps and quiet hours of every channel, as the office has said or as usual. */
export async function readChannelRules(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
): Promise<Record<ChannelKind, ChannelRule>> {
  const rows = await ctx.db
    .selectFrom('deliveries.channel_rule')
    .select(['channel', 'daily_cap', 'quiet_from', 'quiet_to'])
    .where('office_id', '=', ctx.officeId)
    .execute()
  const said = new Map(rows.map((row) => [row.channel, row]))
  const rule = (channel: ChannelKind): ChannelRule => {
    const row = said.get(channel)
    if (!row) return usualRule(channel)
    return {
      dailyCap: row.daily_cap,
      quietFrom: row.quiet_from?.slice(0, 5) ?? null,
      quietTo: row.quiet_to?.slice(0, 5) ?? null,
    }
  }
  return Object.fromEntries(channels.map((channel) => [channel, rule(channel)])) as Record<
    ChannelKind,
    ChannelRule
  >
}
