import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { getAccount, requireSelf } from './officer.ts'
import { verifyPassword } from './password.ts'
import { countTry, forgetTries } from './sign-in-tries.ts'

/**
 * Asks an officer who is signed in for the password again, before what would lock them out. Refuses
 * a wrong one beside `field`; wrong ones count as at sign-in, so that a desk left open is no way to guess.
 */
export async function requirePassword(ctx: Ctx, password: string, field: string): Promise<void> {
  const account = await getAccount(ctx, requireSelf(ctx))
  await countTry(ctx, account.login)
  if (!(await verifyPassword(account.password_hash, password))) {
    await record(ctx, 'identity.sign_in_failed', account.id, { wrong: 'password' })
    throw new Refusal('identity.wrong_password', { field })
  }
  await forgetTries(ctx, account.login)
}
