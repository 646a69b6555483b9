import { Refusal } from '#src/base/refusal.ts'

/**
 * How long an authority has. `same_day` is the day of receipt itself, or the next working day for
 * what comes in after 15:00; its amount says nothing more.
 */
export type Term = {
  amount: number
  unit: 'working_days' | 'days' | 'hours' | 'months' | 'same_day'
}

const most = { working_days: 1000, days: 1500, hours: 4000, months: 60, same_day: Infinity }

/** Longest term that still counts as finished on the day itself. */
const oneDay: Record<Term['unit'], number> = {
  working_days: 1,
  days: 1,
  hours: 8,
  months: 0,
  same_day: Infinity,
}

/**
 * The term as it will be counted. Refuses an amount that cannot be: negative, endless, or a part of
 * a day (half a working day is 4 hours). `sameDay` turns a term of at most a day into `same_day`.
 */
export function requireTerm({ amount, unit, sameDay }: Term & { sameDay?: boolean }): Term {
  const possible = unit === 'hours' ? amount > 0 : Number.isInteger(amount) && amount >= 0
  if (!possible || amount > most[unit])
    throw new Refusal('calendar.amount_out_of_range', { field: 'amount' })
  if (!sameDay) return { amount, unit }
  if (amount > oneDay[unit]) throw new Refusal('calendar.not_a_same_day_term', { field: 'amount' })
  return { amount, unit: 'same_day' }
}
