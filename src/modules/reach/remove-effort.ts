import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireRegister } from './require-register.ts'

/** Takes a line out of the book that was noted by mistake. Refuses one that is not there. */
export async function removeEffort(ctx: Ctx, input: { effortId: string }): Promise<void> {
  requireRegister(ctx)
  return inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db
      .deleteFrom('reach.effort')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.effortId)
      .returning('id')
      .executeTakeFirst()
    if (!removed) throw new Refusal('reach.effort_not_found')
    await record(ctx, 'reach.effort_removed', removed.id)
  })
}
