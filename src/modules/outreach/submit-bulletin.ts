import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockVersion } from './lock-version.ts'
import { requireFitVersion } from './require-fit-text.ts'
import { authorOf } from './require-outreach.ts'

/** An officer puts the newest version before the chairman. Refuses personal data, and what is no draft. */
export async function submitBulletin(
  ctx: Ctx,
  input: { bulletinId: string; version: number },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    const version = await lockVersion(ctx, input, 'submit')
    await requireFitVersion(ctx, version)
    await ctx.db
      .updateTable('outreach.version')
      .set({ state: 'waiting', submitted_at: ctx.now, submitted_by: authorOf(ctx) })
      .where('office_id', '=', ctx.officeId)
      .where('bulletin_id', '=', input.bulletinId)
      .where('number', '=', version.number)
      .execute()
    await record(ctx, 'outreach.submitted', input.bulletinId, { version: version.number })
  })
}
