import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** The office takes a hamlet off its list: merged into another, or added by mistake. */
export async function removeHamlet(ctx: Ctx, input: { hamletId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const removed = await ctx.db
      .deleteFrom('offices.hamlet')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.hamletId)
      .returning('id')
      .executeTakeFirst()
    if (!removed) throw new Refusal('offices.hamlet_not_found')
    await record(ctx, 'offices.hamlet_removed', removed.id)
  })
}
