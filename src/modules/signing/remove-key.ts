import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { officerIn } from './officer-in.ts'

/** Puts a key aside: nobody signs with it any more. What it signed stays as it is. */
export async function removeKey(ctx: Ctx, input: { keyId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('signing.key')
      .set({ removed_at: ctx.now, removed_by: officerIn(ctx) })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.keyId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('signing.key_not_found')
    await record(ctx, 'signing.key_removed', input.keyId)
  })
}
