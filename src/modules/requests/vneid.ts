import type { RequestsVneidStep } from '#src/base/database.generated.ts'

export type VneidStep = RequestsVneidStep

/** In the order in which they are tried at the desk. Worded under `requests.vneidSteps`. */
export const vneidSteps = [
  'account_level_2',
  'app_installed',
  'own_sim',
  'password',
  'passcode',
  'portal_login',
] as const satisfies readonly VneidStep[]

/**
 * What stops people, by the step it stops. Worded with what the desk does under
 * `requests.vneidBlocks`. The officer never asks for, types or writes down a password, passcode or
 * OTP: there is no field for one.
 */
export const vneidBlocks = {
  account_level_2: ['no_account', 'level_1_only', 'not_activated', 'child', 'data_differs'],
  app_installed: ['no_smartphone', 'phone_too_old', 'app_outdated', 'new_phone', 'no_nfc'],
  own_sim: ['sim_not_own', 'otp_not_arriving'],
  password: ['password_forgotten', 'account_locked'],
  passcode: ['passcode_forgotten'],
  portal_login: ['portal_down', 'network', 'data_differs'],
} as const satisfies Record<VneidStep, readonly string[]>

export type VneidBlock = (typeof vneidBlocks)[VneidStep][number]

export function mayBlock(step: VneidStep, reason: string): boolean {
  return vneidBlocks[step].some((known) => known === reason)
}
