import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** A person has seen to it: the loudspeaker system is told again now. */
export async function retryPush(ctx: Ctx, input: { pushId: string }): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('outreach.speaker_push')
      .set({ state: 'waiting', tries: 0, next_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.pushId)
      .where('state', '=', 'held')
      .where('why', '<>', 'replaced')
      .execute()
    await record(ctx, 'outreach.push_retried', input.pushId)
  })
}
