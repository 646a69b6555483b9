import { Refusal } from '#src/base/refusal.ts'

/** A reason as it is read by colleagues. Refuses an empty one and one longer than 300 letters. */
export function requireReason(said: string): string {
  const reason = said.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (reason === '') throw new Refusal('outreach.reason_missing', { field: 'reason' })
  if (reason.length > 300) throw new Refusal('outreach.reason_too_long', { field: 'reason' })
  return reason
}
