import type { Priority, Rules } from './rules.ts'

type Coming = {
  /** When the number was taken, or the booked person checked in. */
  at: Date
  priority: Priority | null
  /** When the appointment was to begin; null for who did not book. */
  bookedAt: Date | null
}

/**
 * The moment by which somebody stands in line; earliest goes first. A walk-in: when the number was
 * taken; whom the office lets go first: `priorityHeadStartMinutes` earlier. Somebody booked who is
 * not later than `lateMinutes`: `bookedHeadStartMinutes` before their time, if that is earlier. These
 * are the office's rules, told on its page; no law says the minutes.
 */
export function turnMoment(rules: Rules, { at, priority, bookedAt }: Coming): Date {
  const moments = [at.getTime()]
  if (priority && rules.priorities.includes(priority))
    moments.push(at.getTime() - rules.priorityHeadStartMinutes * minute)
  if (bookedAt && at.getTime() <= bookedAt.getTime() + rules.lateMinutes * minute)
    moments.push(bookedAt.getTime() - rules.bookedHeadStartMinutes * minute)
  return new Date(Math.min(...moments))
}

const minute = 60_000
