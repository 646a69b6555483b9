import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getAccount } from './officer.ts'
import { hashPassword, makeOneTimePassword } from './password.ts'
import { forgetTries } from './sign-in-tries.ts'

/**
 * An administrator gives an officer who forgot theirs a one-time password, printed once. Their
 * sessions end, a pause for wrong tries ends too, and the next sign-in asks for a new one. Refuses an officer of another office.
 */
export async function resetPassword(
  ctx: Ctx,
  input: { officerId: string },
): Promise<{ password: string }> {
  requireRight(ctx, 'identity.manage')
  const password = makeOneTimePassword()
  const password_hash = await hashPassword(password)
  return inTransaction(ctx, async (ctx) => {
    const account = await getAccount(ctx, input.officerId, { lock: true })
    await ctx.db
      .updateTable('identity.officer')
      .set({ password_hash, must_change_password: true })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', account.id)
      .execute()
    await ctx.db
      .deleteFrom('identity.session')
      .where('office_id', '=', ctx.officeId)
      .where('officer_id', '=', account.id)
      .execute()
    await forgetTries(ctx, account.login)
    await record(ctx, 'identity.password_reset', account.id)
    return { password }
  })
}
