import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { getAccount, requireSelf } from './officer.ts'
import { makeTotpSecret, totpUrl } from './totp.ts'

/**
 * An officer begins to set up the second factor: a new secret for their authenticator app, and the
 * address that its QR code says. Nothing is asked at sign-in until `confirmTotp`; begun again, the
 * secret before is void. Refuses when a second factor is on.
 */
export async function startTotp(ctx: Ctx): Promise<{ secret: string; url: string }> {
  const officerId = requireSelf(ctx)
  const secret = makeTotpSecret()
  return inTransaction(ctx, async (ctx) => {
    const account = await getAccount(ctx, officerId, { lock: true })
    if (account.totp_confirmed_at) throw new Refusal('identity.totp_already_on')
    await ctx.db
      .updateTable('identity.officer')
      .set({ totp_secret: ctx.sealer.seal(secret) })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', officerId)
      .execute()
    return { secret, url: totpUrl(secret, account.login) }
  })
}
