import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/** Trusts a root no longer, by its SHA-256 in hexadecimal. Files signed under it are then "by others". */
export async function removeRoot(ctx: Ctx, input: { fingerprint: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('signing.root')
      .where('office_id', '=', ctx.officeId)
      .where('fingerprint', '=', Buffer.from(input.fingerprint, 'hex'))
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw new Refusal('signing.root_not_found')
    await record(ctx, 'signing.root_removed', ctx.officeId, { root: input.fingerprint })
  })
}
