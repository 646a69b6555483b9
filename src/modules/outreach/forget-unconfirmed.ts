import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'

const keptDays = 8

/**
 * Every night: an address that nobody confirmed is forgotten, once its link opens nothing any more.
 *
 * @returns how many
 */
export async function forgetUnconfirmed(ctx: Ctx): Promise<number> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    const { numDeletedRows } = await ctx.db
      .deleteFrom('outreach.subscription')
      .where('office_id', '=', ctx.officeId)
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', new Date(ctx.now.getTime() - keptDays * 86_400_000))
      .executeTakeFirst()
    return Number(numDeletedRows)
  })
}
