import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** Back to the machine's voice. */
export async function removeRecording(
  ctx: Ctx,
  input: { bulletinId: string; version: number },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .deleteFrom('outreach.recording')
      .where('office_id', '=', ctx.officeId)
      .where('bulletin_id', '=', input.bulletinId)
      .where('version', '=', input.version)
      .execute()
    await record(ctx, 'outreach.recording_removed', input.bulletinId, { version: input.version })
  })
}
