import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** From now on its token opens nothing. */
export async function closeSpeakerFeed(ctx: Ctx, input: { feedId: string }): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('outreach.speaker_feed')
      .set({ closed_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.feedId)
      .where('closed_at', 'is', null)
      .execute()
    await record(ctx, 'outreach.feed_closed', input.feedId)
  })
}
