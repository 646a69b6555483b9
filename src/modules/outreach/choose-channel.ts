import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { ChannelChoice } from './read-channel-choices.ts'
import type { SendingChannel } from './sending.ts'

/** The office says whether approved bulletins go to a channel by themselves, and SMS without marks. */
export async function chooseChannel(
  ctx: Ctx,
  input: { channel: SendingChannel } & ChannelChoice,
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const { channel, byItself, plain } = input
    const columns = { by_itself: byItself, plain }
    await ctx.db
      .insertInto('outreach.channel_choice')
      .values({ office_id: ctx.officeId, channel, ...columns })
      .onConflict((oc) => oc.columns(['office_id', 'channel']).doUpdateSet(columns))
      .execute()
    await record(ctx, 'outreach.channel_chosen', ctx.officeId, { channel, byItself, plain })
  })
}
