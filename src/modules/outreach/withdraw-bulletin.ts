import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { approvedOf } from './bulletin.ts'
import { getBulletin } from './get-bulletin.ts'
import { holdVersions } from './lock-version.ts'
import { requireReason } from './reason.ts'
import { authorOf, requireOutreach } from './require-outreach.ts'
import { takeBack } from './take-back.ts'

/**
 * Takes a bulletin back: nobody reads or airs it any more, what has not gone out stays here, and the post
 * on the office's page is taken down. The row stays. Refuses a second time.
 */
export async function withdrawBulletin(
  ctx: Ctx,
  input: { bulletinId: string; reason: string },
): Promise<void> {
  requireOutreach(ctx)
  const reason = requireReason(input.reason)
  return inTransaction(ctx, async (ctx) => {
    await holdVersions(ctx, input)
    const stands = approvedOf(await getBulletin(ctx, input))
    const { numUpdatedRows } = await ctx.db
      .updateTable('outreach.bulletin')
      .set({ withdrawn_at: ctx.now, withdrawn_by: authorOf(ctx), withdraw_reason: reason })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.bulletinId)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('outreach.is_withdrawn')
    if (stands) await takeBack(ctx, { bulletinId: input.bulletinId, version: stands })
    await record(ctx, 'outreach.withdrawn', input.bulletinId)
  })
}
