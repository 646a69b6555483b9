import { createHash, randomBytes } from 'node:crypto'

/** A machine in the hall that gives numbers. */
export type Kiosk = { id: string; name: string; madeAt: Date; lastSeenAt: Date | null }

export const kioskColumns = [
  'id',
  'name',
  'made_at as madeAt',
  'last_seen_at as lastSeenAt',
] as const

/** What the address of a kiosk ends with: which office, and a secret that only its hash is kept of. */
export function makeKioskToken(officeId: string): string {
  const office = Buffer.from(officeId.replaceAll('-', ''), 'hex')
  return Buffer.concat([office, randomBytes(18)]).toString('base64url')
}

/** The office that a token speaks of; null for what is no token. Only the hash says that it is true. */
export function officeOfToken(token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 34) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

export function hashKioskToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
