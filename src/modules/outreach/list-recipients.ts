import type { Ctx } from '#src/base/ctx.ts'
import type { Recipient } from '#src/modules/deliveries/index.ts'
import { readSubscribers } from './subscription.ts'
import type { SendingChannel } from './sending.ts'

/** To whom a bulletin is addressed on a channel now: the office's page stands for all who follow it. */
export async function listRecipients(ctx: Ctx, channel: SendingChannel): Promise<Recipient[]> {
  if (channel === 'facebook' || channel === 'zalo') return [{ page: true }]
  return readSubscribers(ctx, channel)
}

/**
 * How many people that are; null where only the channel knows: the readers of a page, and who followed the
 * Zalo account before we were told of it.
 */
export async function countReached(ctx: Ctx, channel: SendingChannel): Promise<number | null> {
  if (channel === 'facebook' || channel === 'zalo') return null
  return (await readSubscribers(ctx, channel)).length
}
