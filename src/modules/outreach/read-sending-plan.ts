import type { Ctx } from '#src/base/ctx.ts'
import { listOpenChannels, quoteCost } from '#src/modules/deliveries/index.ts'
import { latestOf } from './bulletin.ts'
import { getBulletin } from './get-bulletin.ts'
import { countReached } from './list-recipients.ts'
import { readChannelChoices } from './read-channel-choices.ts'
import { sendingChannels, type Addresses, type SendingChannel } from './sending.ts'
import { whenToSend } from './when-to-send.ts'
import { wordSending } from './word-sending.ts'

export type PlannedSending = {
  channel: SendingChannel
  /** Ticked unless the chairman unticks it. */
  byItself: boolean
  /** Null where only the channel knows. */
  recipients: number | null
  /** As it would stand there. */
  text: string
  parts: number
  /** đồng for all; null where it costs nothing or the office has not said what a part costs. */
  cost: number | null
  /** Null for at once. */
  notBefore: Date | null
}

/** Where the newest version would go when it is approved now: to whom, in which words, at what cost. */
export async function readSendingPlan(
  ctx: Ctx,
  input: { bulletinId: string; addresses: Addresses },
): Promise<PlannedSending[]> {
  const version = latestOf(await getBulletin(ctx, input))
  const open = await listOpenChannels(ctx)
  const choices = await readChannelChoices(ctx)
  const { notBefore } = whenToSend(version, ctx.now)
  const plans: PlannedSending[] = []
  for (const channel of sendingChannels.filter((it) => open.includes(it))) {
    const { byItself, plain } = choices[channel]
    const { text, parts } = wordSending(channel, version, input.addresses, { plain })
    const recipients = await countReached(ctx, channel)
    const cost = await quoteCost(ctx, { channel, parts, recipients: recipients ?? 1 })
    plans.push({ channel, byItself, recipients, text, parts, cost, notBefore })
  }
  return plans
}
