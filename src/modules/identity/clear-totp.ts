import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import { getAccount } from './officer.ts'
import { dropRecoveryCodes } from './recovery-code.ts'

/** The secret and the recovery codes are gone: at the next sign-in no code is asked for. */
export async function clearTotp(ctx: Ctx, officerId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await getAccount(ctx, officerId, { lock: true })
    await ctx.db
      .updateTable('identity.officer')
      .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', officerId)
      .execute()
    await dropRecoveryCodes(ctx, officerId)
    await record(ctx, 'identity.totp_turned_off', officerId)
  })
}
