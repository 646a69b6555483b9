import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind } from './channel.ts'

/**
 * The channels at which the office has an account; also one that waits for its renewal or is paused,
 * because messages for it are kept.
 */
export async function listOpenChannels(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<ChannelKind[]> {
  const rows = await ctx.db
    .selectFrom('deliveries.account')
    .select('channel')
    .distinct()
    .where('office_id', '=', ctx.officeId)
    .where('disconnected_at', 'is', null)
    .orderBy('channel')
    .execute()
  return rows.map((row) => row.channel)
}
