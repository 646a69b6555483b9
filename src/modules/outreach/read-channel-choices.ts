import type { Ctx } from '#src/base/ctx.ts'
import { sendingChannels, type SendingChannel } from './sending.ts'

/** What an office decides once about a channel to which it is connected. */
export type ChannelChoice = {
  /** Approved bulletins go there by themselves; until the office says so, by hand. */
  byItself: boolean
  /** SMS only: without marks, for less than half the cost. */
  plain: boolean
}

export async function readChannelChoices(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
): Promise<Record<SendingChannel, ChannelChoice>> {
  const rows = await ctx.db
    .selectFrom('outreach.channel_choice')
    .select(['channel', 'by_itself', 'plain'])
    .where('office_id', '=', ctx.officeId)
    .execute()
  const choice = (channel: SendingChannel): ChannelChoice => {
    const row = rows.find((it) => it.channel === channel)
    return { byItself: row?.by_itself ?? false, plain: row?.plain ?? false }
  }
  return Object.fromEntries(sendingChannels.map((it) => [it, choice(it)])) as Record<
    SendingChannel,
    ChannelChoice
  >
}
