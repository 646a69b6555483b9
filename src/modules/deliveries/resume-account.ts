import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockAccount, pairTroubles } from './account.ts'

/**
 * What was paused goes on; so does what somebody set right at the channel itself: topped it up, had the
 * sender's name approved. Refuses where only connecting anew helps, because the tokens are gone.
 */
export async function resumeAccount(ctx: Ctx, input: { accountId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, input.accountId)
    if (account.state === 'connected') return
    const pair = await ctx.db
      .selectFrom('deliveries.token_pair')
      .select('dead')
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', account.tokens_of ?? account.id)
      .executeTakeFirst()
    const lost = pairTroubles.some((it) => it === account.trouble)
    if (pair?.dead || (account.state === 'needs_renewal' && lost))
      throw new Refusal('deliveries.connect_anew')
    await ctx.db
      .updateTable('deliveries.account')
      .set({
        ...{ state: 'connected', trouble: null, trouble_at: null },
        ...{ failures_in_row: 0, resting_until: null, version: account.version + 1 },
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', account.id)
      .execute()
    await record(ctx, 'deliveries.account_resumed', account.id)
  })
}
