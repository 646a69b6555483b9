import type { Day } from './day.ts'
import { listMakeUpDays } from './find-national-day.ts'
import { getDay, isWorkingDay, type WorkCalendar } from './work-calendar.ts'
import { previousWorkingDay } from './working-days.ts'

/** What an office does with a programme's day that is a day off. */
export type DayOffPolicy = 'skip' | 'day_before' | 'make_up_saturday'

/** Where a programme's day is held: `date` is null when it is left out; `why` is null when nothing changed. */
export type Placement = {
  date: Temporal.PlainDate | null
  why: {
    code: 'skipped' | 'held_before' | 'held_on_make_up_day' | 'no_day_before' | 'no_make_up_day'
    /** The day off that it fell on. */
    dayOff: Day
  } | null
}

/**
 * Finds the date of a programme's day: itself when it is a working day (also half of one), else as
 * the office chose. The day before is the last working day of the six before; earlier would be the
 * programme's own day of the week before. The make-up day is the one announced for this very day
 * off, whether it comes sooner or later; a day off without one, such as Tết, is left out.
 */
export function placeProgrammeDay(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  policy: DayOffPolicy,
): Placement {
  const dayOff = getDay(calendar, date)
  if (dayOff.working) return { date, why: null }
  if (policy === 'skip') return { date: null, why: { code: 'skipped', dayOff } }
  if (policy === 'day_before') {
    const before = previousWorkingDay(calendar, date)
    return before.until(date).days < 7
      ? { date: before, why: { code: 'held_before', dayOff } }
      : { date: null, why: { code: 'no_day_before', dayOff } }
  }
  const makeUp = findMakeUpDay(calendar, date)
  return makeUp
    ? { date: makeUp, why: { code: 'held_on_make_up_day', dayOff } }
    : { date: null, why: { code: 'no_make_up_day', dayOff } }
}

function findMakeUpDay(calendar: WorkCalendar, dayOff: Temporal.PlainDate) {
  const own = [...calendar.officeDays.values()].filter(({ insteadOf }) => insteadOf?.equals(dayOff))
  const national = listMakeUpDays(dayOff)
  return [...own.map(({ date }) => date), ...national].find((it) => isWorkingDay(calendar, it))
}
