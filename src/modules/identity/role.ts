import type { Right } from '#src/base/ctx.ts'
import type { IdentityRole } from '#src/base/database.generated.ts'

/**
 * What an officer is here for. Who does two jobs with different rights holds two login names, so
 * that the trail tells in which of them something was done.
 */
export type Role = IdentityRole

/** Which role may do what. The only list of it. */
const rights: Record<Role, readonly Right[]> = {
  /** Sits at the desk: works on requests and runs the day. Sees whole ID numbers where the work needs it. */
  officer: [
    'requests.read',
    'requests.work',
    'requests.reveal',
    'service_days.plan',
    'service_days.run',
    'queue.run',
    'reports.read',
    'ratings.answer',
    'outreach.write',
    'certification.work',
    'signing.seal',
  ],
  /** Answers for the desk, approves bulletins, signs certified copies: sees all that goes on, without whole ID numbers. */
  chairman: [
    'requests.read',
    'service_days.plan',
    'reports.read',
    'ratings.answer',
    'outreach.approve',
    'certification.sign',
    'audit.read',
  ],
  /** Writes and airs the bulletins; sees no request. */
  announcer: ['outreach.write', 'reports.read'],
  /** Keeps the settings and the accounts; no request of anybody. */
  office_admin: [
    'service_days.plan',
    'catalogue.edit',
    'calendar.edit',
    'offices.edit',
    'identity.manage',
    'audit.read',
    'reports.read',
  ],
  /** From the province: figures only. */
  province_viewer: ['reports.read'],
}

export const roles = Object.keys(rights) as readonly Role[]

/**
 * What this officer may do now. Nothing, until the one-time password has been changed: whoever
 * printed it has read it too.
 */
export function rightsOf(officer: { role: Role; mustChangePassword: boolean }): readonly Right[] {
  return officer.mustChangePassword ? [] : rights[officer.role]
}
