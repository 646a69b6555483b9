import type { Ctx } from '#src/base/ctx.ts'
import type { TokenPair } from '#src/outside/messages/driver.ts'
import { pairTroubles } from './account.ts'

/** A new pair of tokens for the account, and for those that use the same; what waited goes on. */
export async function savePair(ctx: Ctx, accountId: string, pair: TokenPair): Promise<void> {
  const values = {
    access_sealed: ctx.sealer.seal(pair.access),
    refresh_sealed: ctx.sealer.seal(pair.refresh),
    expires_at: pair.expiresAt,
    saved_at: ctx.now,
    refresh_begun_at: null,
    refresh_not_before: null,
    dead: false,
  }
  await ctx.db
    .insertInto('deliveries.token_pair')
    .values({ account_id: accountId, office_id: ctx.officeId, ...values })
    .onConflict((oc) => oc.column('account_id').doUpdateSet(values))
    .execute()
  await ctx.db
    .updateTable('deliveries.account')
    .set({ state: 'connected', trouble: null, trouble_at: null })
    .where('office_id', '=', ctx.officeId)
    .where((eb) => eb.or([eb('id', '=', accountId), eb('tokens_of', '=', accountId)]))
    .where('state', '=', 'needs_renewal')
    .where('trouble', 'in', pairTroubles)
    .execute()
  await ctx.db
    .updateTable('deliveries.account')
    .set({ trouble: null, trouble_at: null })
    .where('office_id', '=', ctx.officeId)
    .where((eb) => eb.or([eb('id', '=', accountId), eb('tokens_of', '=', accountId)]))
    .where('state', '<>', 'needs_renewal')
    .execute()
}
