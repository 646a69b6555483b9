import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { getAccount, requireSelf } from './officer.ts'
import { hashPassword, requireGoodPassword } from './password.ts'
import { requirePassword } from './require-password.ts'

type NewPassword = {
  current: string
  password: string
  /** The session that asks; it stays. Every other one of this officer ends. */
  sessionId?: string
}

/**
 * An officer takes a new password, of their own will or after a one-time one. Refuses a wrong
 * current password (and pauses, as sign-in does), the same one again, one under ten characters, the
 * login name, and what everybody takes.
 */
export async function changePassword(ctx: Ctx, input: NewPassword): Promise<void> {
  const officerId = requireSelf(ctx)
  const { login } = await getAccount(ctx, officerId)
  await requirePassword(ctx, input.current, 'current')
  if (input.password.normalize('NFC') === input.current.normalize('NFC'))
    throw new Refusal('identity.password_unchanged', { field: 'password' })
  requireGoodPassword(input.password, login)
  const password_hash = await hashPassword(input.password)
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .updateTable('identity.officer')
      .set({ password_hash, must_change_password: false })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', officerId)
      .execute()
    await ctx.db
      .deleteFrom('identity.session')
      .where('office_id', '=', ctx.officeId)
      .where('officer_id', '=', officerId)
      .$if(input.sessionId !== undefined, (query) => query.where('id', '!=', input.sessionId!))
      .execute()
    await record(ctx, 'identity.password_changed', officerId)
  })
}
