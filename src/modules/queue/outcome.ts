import type { Refusal } from '#src/base/refusal.ts'

/** By which name the functions of the database say no, and how the office says it. */
const refusals = {
  day_unknown: 'queue.day_unknown',
  day_closed: 'queue.day_closed',
  day_full: 'queue.day_full',
  time_unknown: 'queue.time_unknown',
  too_late: 'queue.too_late',
  too_far: 'queue.too_far',
  seat_taken: 'queue.seat_taken',
  too_many_bookings: 'queue.too_many_bookings',
  too_many_holds: 'queue.too_many_holds',
  office_busy: 'queue.office_busy',
  hold_ended: 'queue.hold_ended',
} satisfies Record<string, Refusal['code']>

/** Beside which field of the form the sentence belongs. */
const fields: Partial<Record<string, string>> = {
  too_many_bookings: 'phone',
  too_many_holds: 'phone',
  office_busy: 'form',
  hold_ended: 'form',
}

/** How the office says no; null where it did not. */
export function refusalOf(outcome: string): { code: Refusal['code']; field: string } | null {
  if (!(outcome in refusals)) return null
  const name = outcome as keyof typeof refusals
  return { code: refusals[name], field: fields[name] ?? 'start' }
}
