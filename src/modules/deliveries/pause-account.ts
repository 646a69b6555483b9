import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockAccount } from './account.ts'

/** Nothing goes over this account until it is resumed; messages are kept. */
export async function pauseAccount(ctx: Ctx, input: { accountId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, input.accountId)
    if (account.state === 'paused') return
    await ctx.db
      .updateTable('deliveries.account')
      .set({ state: 'paused' })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', account.id)
      .execute()
    await record(ctx, 'deliveries.account_paused', account.id)
  })
}
