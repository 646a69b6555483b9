import type { Ctx } from '#src/base/ctx.ts'
import { accounts } from './account.ts'
import type { ChannelKind } from './channel.ts'

/**
 * What a message of so many parts to so many people costs over the first account of the channel, in đồng.
 * Null when the office has not said what a part costs, or is not connected.
 */
export async function quoteCost(
  ctx: Ctx,
  input: { channel: ChannelKind; parts: number; recipients: number },
): Promise<number | null> {
  const row = await accounts(ctx)
    .select('cost_per_part')
    .where('channel', '=', input.channel)
    .orderBy('rank')
    .limit(1)
    .executeTakeFirst()
  const each = row?.cost_per_part ?? null
  return each === null ? null : each * input.parts * input.recipients
}
