import { Secret, TOTP } from 'otpauth'
import type { Ctx } from '#src/base/ctx.ts'

/** One code lasts 30 seconds; the one before and the one after count too, for clocks that differ. */
const period = 30
const around = 1

/** A new secret, 160 bits as RFC 4226 §4 recommends, in base32. */
export function makeTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** What the QR code for the authenticator app says: otpauth://totp/… */
export function totpUrl(secret: string, login: string): string {
  return totp(secret, login).toString()
}

/** The 30-second step that this code belongs to (RFC 6238 §4.2), or null when it is wrong now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totp(secret, '').validate({ token: code, timestamp, window: around })
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta
}

/**
 * Uses the code up: true for the first who brings it, false for everyone after. One statement
 * compares and sets, so of two sign-ins at the same moment one waits and then finds it used.
 */
export async function useTotpStep(ctx: Ctx, officerId: string, step: number): Promise<boolean> {
  const used = await ctx.db
    .updateTable('identity.officer')
    .set({ totp_last_step: step })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', officerId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Tại Chỗ',
    label: label || 'Tại Chỗ',
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period,
  })
}
