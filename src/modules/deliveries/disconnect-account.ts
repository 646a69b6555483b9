import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockAccount } from './account.ts'

/**
 * The office leaves the channel: secrets and tokens are erased. What waited and has no other account of
 * this channel is held, so that a person decides. Accounts that use its tokens go with it.
 */
export async function disconnectAccount(ctx: Ctx, input: { accountId: string }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, input.accountId)
    const gone = [account.id]
    const users = await ctx.db
      .selectFrom('deliveries.account')
      .select('id')
      .where('office_id', '=', ctx.officeId)
      .where('tokens_of', '=', account.id)
      .where('disconnected_at', 'is', null)
      .forUpdate()
      .execute()
    gone.push(...users.map((user) => user.id))
    await ctx.db
      .updateTable('deliveries.account')
      .set((eb) => ({
        disconnected_at: ctx.now,
        secrets_sealed: Buffer.alloc(0),
        version: eb('version', '+', 1),
      }))
      .where('office_id', '=', ctx.officeId)
      .where('id', 'in', gone)
      .execute()
    await ctx.db
      .deleteFrom('deliveries.token_pair')
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', account.id)
      .execute()
    await ctx.db
      .updateTable('deliveries.message as m')
      .set({ state: 'held', why: 'account_gone' })
      .where('m.office_id', '=', ctx.officeId)
      .where('m.state', '=', 'waiting')
      .where((eb) =>
        eb.or([
          // May have arrived there: nobody else is asked.
          eb.and([eb('m.pinned_since', 'is not', null), eb('m.account_id', 'in', gone)]),
          eb.not(
            eb.exists(
              eb
                .selectFrom('deliveries.account as a')
                .select('a.id')
                .whereRef('a.office_id', '=', 'm.office_id')
                .whereRef('a.channel', '=', 'm.channel')
                .where('a.disconnected_at', 'is', null),
            ),
          ),
        ]),
      )
      .execute()
    for (const id of gone) await record(ctx, 'deliveries.account_disconnected', id)
  })
}
