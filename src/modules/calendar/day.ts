/** What a day is, in Vietnamese and English. */
export type DayName = { vi: string; en: string }

/** Why a day is worked or not:
 * - `working`, `weekend`: an ordinary weekday, Saturday or Sunday
 * - `holiday`: a statutory holiday, or a weekend day within an announced block of days off
 * - `in_lieu`: off because a holiday fell on a weekend
 * - `swapped`: off by exchange with a `make_up` day, which is worked
 * - `office_off`, `office_working`, `office_half`: as the office itself has decided
 */
export type DayKind =
  | 'working'
  | 'weekend'
  | 'holiday'
  | 'in_lieu'
  | 'swapped'
  | 'make_up'
  | 'office_off'
  | 'office_working'
  | 'office_half'

export type Day = {
  date: Temporal.PlainDate
  kind: DayKind
  working: boolean
  /** Which part of a working day the office is open. */
  open: 'all_day' | 'morning' | 'afternoon' | 'closed'
  /** Null on ordinary weekdays and weekends. */
  name: DayName | null
  /** Why the office has decided so, in its own words. */
  reason: string | null
  /** The day off that this worked day makes up for. */
  insteadOf: Temporal.PlainDate | null
  /** Computed by rule because the State has not announced the year yet; it may still change. */
  estimated: boolean
  /** The law or the announcement; null on ordinary days and on the office's own. */
  source: string | null
}

/** A day that the nation has off or works, unlike the weekday that it is. */
export type NationalDay = {
  kind: 'holiday' | 'in_lieu' | 'swapped' | 'make_up'
  name: DayName
  insteadOf: Temporal.PlainDate | null
  estimated: boolean
  source: string
}

/** Days that are not what their weekday says, by ISO date. */
export type NationalDays = ReadonlyMap<string, NationalDay>

export function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek > 5
}
