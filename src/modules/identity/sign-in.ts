import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import { record } from '#src/modules/audit/index.ts'
import { plainLogin, type Account } from './officer.ts'
import { openSession } from './open-session.ts'
import { verifyPassword } from './password.ts'
import { useRecoveryCode } from './recovery-code.ts'
import type { Session } from './session.ts'
import { countTry, forgetOldTries, forgetTries, forgiveTry } from './sign-in-tries.ts'
import { stepOfCode, useTotpStep } from './totp.ts'

export type SignedIn =
  | {
      kind: 'in'
      /** For the cookie; it is nowhere else. */
      token: string
      session: Session
    }
  /** The password is right; ask for the code and call again with all three. */
  | { kind: 'code_wanted' }

type Typed = {
  login: string
  password: string
  /** Six digits from the authenticator app, or one of the recovery codes. */
  code?: string
  userAgent?: string
}

/** No office has this id: work on an unknown name is done there, and finds nothing. */
const nowhere = '00000000-0000-0000-0000-000000000000'

/**
 * An officer signs in, at whichever office the login name belongs to. Refuses a wrong name or
 * password in the same words and after the same work, an officer who no longer works here, a wrong
 * or used code, and every try while the name is paused for too many wrong ones.
 */
export async function signIn(world: World, typed: Typed): Promise<SignedIn> {
  const login = plainLogin(typed.login)
  const tries = { ...world, db: world.database.nation }
  await countTry(tries, login)

  const ctx = enterOffice(world, (await findOfficeOf(world, login)) ?? nowhere, {
    kind: 'system',
    job: 'sign_in',
  })
  const found = await findAccount(ctx, login)
  const right = await verifyPassword(found?.password_hash, typed.password)
  if (!found || !right) {
    await inTransaction(ctx, async (ctx) => {
      await forgetOldTries(ctx)
      if (found) await record(ctx, 'identity.sign_in_failed', found.id, { wrong: 'password' })
    })
    throw new Refusal('identity.wrong_login_or_password')
  }
  if (!found.active) {
    await record(ctx, 'identity.sign_in_failed', found.id, { wrong: 'inactive' })
    throw new Refusal('identity.inactive')
  }
  const code = typed.code?.trim()
  if (found.totp_confirmed_at && !code) {
    await forgiveTry(tries, login)
    return { kind: 'code_wanted' }
  }

  const actor = { kind: 'officer', officerId: found.id, name: found.full_name, rights: [] } as const
  const opened = await inTransaction({ ...ctx, actor }, async (ctx) =>
    found.totp_confirmed_at && !(await takeCode(ctx, found, code ?? ''))
      ? null
      : openSession(ctx, { account: found, userAgent: typed.userAgent }),
  )
  if (!opened) {
    await record(ctx, 'identity.sign_in_failed', found.id, { wrong: 'code' })
    throw new Refusal('identity.wrong_code', { field: 'code' })
  }
  await forgetTries(tries, login)
  return { kind: 'in', ...opened }
}

async function findOfficeOf(world: World, login: string): Promise<string | null> {
  const { rows } = await sql<{ office_id: string | null }>`
    select identity.office_of_login(${login}) as office_id`.execute(world.database.nation)
  return rows[0]?.office_id ?? null
}

function findAccount(ctx: Ctx, login: string): Promise<Account | undefined> {
  return ctx.db
    .selectFrom('identity.officer')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('login', '=', login)
    .executeTakeFirst()
}

/** Either kind of code, once. */
async function takeCode(ctx: Ctx, account: Account, typed: string): Promise<boolean> {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) {
    const used = await useRecoveryCode(ctx, account.id, code)
    if (used) await record(ctx, 'identity.recovery_code_used', account.id)
    return used
  }
  const secret = ctx.sealer.open(account.totp_secret!)
  const step = stepOfCode(secret, code, ctx.now)
  return step !== null && useTotpStep(ctx, account.id, step)
}
