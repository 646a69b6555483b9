import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { IdentityOfficer } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { refuseBreach } from '#src/base/refuse-breach.ts'
import type { Role } from './role.ts'

/** Somebody who works at the office, as colleagues and administrators see them. */
export type Officer = {
  id: string
  /** What they sign in with: one name in the whole house, such as `hang.vp`. */
  login: string
  fullName: string
  /** Chức danh, as on the plate on the desk: `Công chức Văn phòng – Thống kê`. */
  title: string
  role: Role
  /** False when they no longer work here: what they did stays theirs. */
  active: boolean
  mustChangePassword: boolean
  /** Whether a second factor is asked for at sign-in. */
  totpOn: boolean
}

/** The whole row, with what proves that it is them: it never leaves this module. */
export type Account = Selectable<IdentityOfficer>

export function officerOf(account: Account): Officer {
  return {
    id: account.id,
    login: account.login,
    fullName: account.full_name,
    title: account.title,
    role: account.role,
    active: account.active,
    mustChangePassword: account.must_change_password,
    totpOn: account.totp_confirmed_at !== null,
  }
}

/** An account of this office. Refuses one that is not. `lock` keeps it as it is until the commit. */
export async function getAccount(
  ctx: Ctx,
  officerId: string,
  options: { lock?: boolean } = {},
): Promise<Account> {
  const found = await ctx.db
    .selectFrom('identity.officer')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', officerId)
    .$if(options.lock === true, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!found) throw new Refusal('identity.officer_not_found')
  return found
}

/** Two spellings of one login name are the same name. */
export function plainLogin(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase()
}

/** The officer whose own account a deed is about. Refuses whoever is not signed in. */
export function requireSelf(ctx: Pick<Ctx, 'actor'>): string {
  if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return ctx.actor.officerId
}

/** What the office is told when an account breaks a rule of its table. */
export const officerBreaches: Parameters<typeof refuseBreach>[0] = {
  officer_login_is_unique: ['identity.login_taken', { field: 'login' }],
  officer_login_is_plain: ['identity.login_malformed', { field: 'login' }],
  officer_has_a_name: ['identity.name_missing', { field: 'fullName' }],
}
