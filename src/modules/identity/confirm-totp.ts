import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { getAccount, requireSelf } from './officer.ts'
import { makeRecoveryCodes } from './recovery-code.ts'
import { stepOfCode } from './totp.ts'

/**
 * The app shows the right code, so the second factor is on from now. Gives ten recovery codes, shown
 * this once. Refuses a wrong code, and when nothing was begun or it is on already.
 */
export async function confirmTotp(
  ctx: Ctx,
  input: { code: string },
): Promise<{ recoveryCodes: string[] }> {
  const officerId = requireSelf(ctx)
  return inTransaction(ctx, async (ctx) => {
    const account = await getAccount(ctx, officerId, { lock: true })
    if (account.totp_confirmed_at) throw new Refusal('identity.totp_already_on')
    if (!account.totp_secret) throw new Refusal('identity.totp_not_started')
    const secret = ctx.sealer.open(account.totp_secret)
    const step = stepOfCode(secret, input.code.replace(/\s/g, ''), ctx.now)
    if (step === null) throw new Refusal('identity.wrong_code', { field: 'code' })
    await ctx.db
      .updateTable('identity.officer')
      .set({ totp_confirmed_at: ctx.now, totp_last_step: step })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', officerId)
      .execute()
    const recoveryCodes = await makeRecoveryCodes(ctx, officerId)
    await record(ctx, 'identity.totp_turned_on', officerId)
    return { recoveryCodes }
  })
}
