import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { ChannelKind } from './channel.ts'
import { listOpenChannels } from './list-open-channels.ts'

/** Refuses a channel at which the office has no account. */
export async function requireChannel(ctx: Ctx, channel: ChannelKind): Promise<void> {
  if (!(await listOpenChannels(ctx)).includes(channel))
    throw new Refusal('deliveries.channel_not_connected')
}
