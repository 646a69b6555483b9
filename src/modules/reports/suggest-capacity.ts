import type { LineDay } from './line-figures.ts'

/** A day to come: how long it sits, and how many are served at the same time. */
export type DayAhead = { minutes: number; counters: number }

/** How many people a day has time for, and the numbers that this was reckoned from. */
export type Suggestion = {
  /** Measured days, and people served on them. */
  days: number
  served: number
  /** Mean minutes a person on the quickest and on the slowest of these days. */
  quickest: number
  slowest: number
  minutes: number
  counters: number
  /** The part of the time that is planned with, in percent. */
  plannedPercent: number
  /** People a day, if all go as on the slowest day, and as on the quickest. */
  from: number
  to: number
  /** People without an appointment on a busy day: three days in four had no more. */
  walkIns: number
  /** The share of the day to keep for them, in percent, and the rest for appointments. */
  walkInPercent: number
  bookPercent: number
}

const fewestDays = 3
const fewestServed = 30
/** Newer days say more of the next one. */
const mostDays = 12
/**
 * People do not come evenly. With every minute given away, one slow case makes everybody after it wait;
 * a sixth of the time is left free for that.
 */
const plannedPercent = 85

/**
 * What a day to come has room for, from the service times of the last days (at most twelve) × its
 * hours × its counters: a range, since days differ. The share for walk-ins is how many of them came on
 * a busy day, against the lower end.
 *
 * @param days newest first
 * @returns null where fewer than three days or thirty people were measured: that would be guessing
 */
export function suggestCapacity(days: readonly LineDay[], ahead: DayAhead): Suggestion | null {
  const measured = days.filter((day) => day.meanService !== null && day.meanService > 0)
  const last = measured.slice(0, mostDays)
  const served = last.reduce((sum, day) => sum + day.service.count, 0)
  if (last.length < fewestDays || served < fewestServed) return null
  if (ahead.minutes <= 0 || ahead.counters <= 0) return null
  const means = last.map((day) => day.meanService! / 60)
  const quickest = Math.min(...means)
  const slowest = Math.max(...means)
  const time = (ahead.minutes * ahead.counters * plannedPercent) / 100
  const from = Math.max(1, Math.floor(time / slowest))
  const to = Math.max(from, Math.floor(time / quickest))
  const walkIns = upperQuarter(last.map((day) => day.visits - day.booked))
  // In steps of five; never all of the day, nor none of it.
  const walkInPercent = Math.min(90, Math.max(10, Math.ceil((walkIns / from) * 20) * 5))
  return {
    days: last.length,
    served,
    quickest,
    slowest,
    ...ahead,
    plannedPercent,
    from,
    to,
    walkIns,
    walkInPercent,
    bookPercent: 100 - walkInPercent,
  }
}

/** Three in four are no more than this. */
function upperQuarter(counts: readonly number[]): number {
  const sorted = counts.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.75) - 1] ?? 0
}
