import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockVersion } from './lock-version.ts'
import { requireReason } from './reason.ts'
import { authorOf } from './require-outreach.ts'

/** The chairman gives it back and says what to change. Refuses as the approval does, and without a reason. */
export async function returnBulletin(
  ctx: Ctx,
  input: { bulletinId: string; version: number; reason: string },
): Promise<void> {
  requireRight(ctx, 'outreach.approve')
  const reason = requireReason(input.reason)
  return inTransaction(ctx, async (ctx) => {
    const version = await lockVersion(ctx, input, 'return')
    await ctx.db
      .updateTable('outreach.version')
      .set({
        state: 'returned',
        decided_at: ctx.now,
        decided_by: authorOf(ctx),
        return_reason: reason,
      })
      .where('office_id', '=', ctx.officeId)
      .where('bulletin_id', '=', input.bulletinId)
      .where('number', '=', version.number)
      .execute()
    await record(ctx, 'outreach.returned', input.bulletinId, { version: version.number })
  })
}
