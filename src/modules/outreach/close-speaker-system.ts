import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** From now on nothing goes to this loudspeaker system. */
export async function closeSpeakerSystem(ctx: Ctx, input: { systemId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('outreach.speaker_system')
      .set({ closed_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.systemId)
      .where('closed_at', 'is', null)
      .execute()
    await record(ctx, 'outreach.speaker_disconnected', input.systemId)
  })
}
