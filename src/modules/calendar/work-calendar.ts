import { isWeekend, type Day } from './day.ts'
import { findNationalDay } from './find-national-day.ts'
import { usualHours, usualWeek, type Span, type WeekHours } from './hours.ts'

/** A day that the office itself has off, works, or works for half. */
export type OfficeDay = {
  date: Temporal.PlainDate
  kind: 'off' | 'working' | 'morning' | 'afternoon'
  name: string
  reason: string
  insteadOf: Temporal.PlainDate | null
}

/**
 * What an office adds to the nation's calendar: plain values, read once and asked often. The
 * functions of this module take it as their first argument.
 */
export type WorkCalendar = {
  /** By ISO date. */
  officeDays: ReadonlyMap<string, OfficeDay>
  /** Weeks of hours, the newest first; each holds from its day until that of the one before it. */
  officeHours: readonly { validFrom: Temporal.PlainDate; week: WeekHours }[]
}

/** The calendar of the nation, for whoever asks without an office. */
export const nationalCalendar: WorkCalendar = { officeDays: new Map(), officeHours: [] }

/** What a day is, and why: the office's word goes before the nation's, and that before the weekday. */
export function getDay(calendar: WorkCalendar, date: Temporal.PlainDate): Day {
  const office = calendar.officeDays.get(date.toString())
  if (office) return fromOffice(office)
  const nation = findNationalDay(date)
  if (!nation) return { ...ordinary, ...(isWeekend(date) ? weekend : weekday), date }
  const working = nation.kind === 'make_up'
  return { ...ordinary, ...nation, date, working, open: working ? 'all_day' : 'closed' }
}

/** Monday to Friday unless off, and days that are made up for. Reception on a Saturday alone makes no working day. */
export function isWorkingDay(calendar: WorkCalendar, date: Temporal.PlainDate): boolean {
  return getDay(calendar, date).working
}

/** When the desk is open on a working day, in order; nothing on a day off. */
export function openSpans(calendar: WorkCalendar, date: Temporal.PlainDate): Span[] {
  const { working, open } = getDay(calendar, date)
  if (!working) return []
  const week = hoursInForce(calendar, date)
  // A worked weekend is worked as a Friday is.
  const hours = week.get(Math.min(date.dayOfWeek, 5)) ?? usualHours
  if (open === 'morning') return [hours.morning ?? usualHours.morning!]
  if (open === 'afternoon') return [hours.afternoon ?? usualHours.afternoon!]
  return [hours.morning, hours.afternoon].filter((it) => it !== null)
}

/** The hours of the week that an office keeps on a date. */
export function hoursInForce(calendar: WorkCalendar, date: Temporal.PlainDate): WeekHours {
  const set = calendar.officeHours.find(
    ({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0,
  )
  return set?.week ?? usualWeek
}

const ordinary = { name: null, reason: null, insteadOf: null, estimated: false, source: null }
const weekday = { kind: 'working', working: true, open: 'all_day' } as const
const weekend = { kind: 'weekend', working: false, open: 'closed' } as const

function fromOffice({ date, kind, name, reason, insteadOf }: OfficeDay): Day {
  const known = { ...ordinary, date, name: { vi: name, en: name }, reason, insteadOf }
  if (kind === 'off') return { ...known, kind: 'office_off', working: false, open: 'closed' }
  if (kind === 'working')
    return { ...known, kind: 'office_working', working: true, open: 'all_day' }
  return { ...known, kind: 'office_half', working: true, open: kind }
}
