import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { officerBreaches, officerOf, plainLogin, type Officer } from './officer.ts'
import { hashPassword, makeOneTimePassword } from './password.ts'

type NewOfficer = Pick<Officer, 'login' | 'fullName' | 'title' | 'role'> & {
  /** In the demo office only: this password, which is printed for everyone and need not be changed. */
  demoPassword?: string
}

/**
 * Somebody starts to work at the office. Gives the one-time password to hand over on paper: it opens
 * the door once, to choose another. Refuses a login name that is taken anywhere in the house or is
 * not plain letters, digits, dots, hyphens or an e-mail address, and an empty name.
 */
export async function hireOfficer(
  ctx: Ctx,
  input: NewOfficer,
): Promise<{ officer: Officer; password: string }> {
  requireRight(ctx, 'identity.manage')
  if (input.demoPassword !== undefined && !(await getOffice(ctx)).isDemo)
    throw new Error('demoPassword outside the demo office')
  const password = input.demoPassword ?? makeOneTimePassword()
  const password_hash = await hashPassword(password)
  return inTransaction(ctx, async (ctx) => {
    const account = await refuseBreach(officerBreaches, () =>
      ctx.db
        .insertInto('identity.officer')
        .values({
          office_id: ctx.officeId,
          login: plainLogin(input.login),
          full_name: input.fullName,
          title: input.title,
          role: input.role,
          password_hash,
          must_change_password: input.demoPassword === undefined,
          added_at: ctx.now,
        })
        .returningAll()
        .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'identity.officer_hired', account.id, { role: account.role })
    return { officer: officerOf(account), password }
  })
}
