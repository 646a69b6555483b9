import { vietnamDay } from '#src/base/vietnam-day.ts'
import { instantOf } from './clock.ts'
import type { Pause } from './pause.ts'
import type { Term } from './term.ts'
import { openSpans, type WorkCalendar } from './work-calendar.ts'
import { addWorkingDays, workingDaysBetween } from './working-days.ts'

type PlainDate = Temporal.PlainDate

/** The last moment of the term, or since when the clock stands still. */
export type Counted = { dueAt: Date } | { stoppedSince: Date }

/** Same-day procedures of hộ tịch and chứng thực: what comes in after 15:00 is due the next working day. */
const cutOff = Temporal.PlainTime.from('15:00')

/** How a term runs in days: where it ends when it begins on a date, and where after a pause. */
type Rule = {
  end: (from: PlainDate) => PlainDate
  resume: (end: PlainDate, pause: { from: PlainDate; to: PlainDate }) => PlainDate
  cutOff?: Temporal.PlainTime
}

/**
 * Counts a term of days or months. The day of receipt is not counted, nor the day on which a pause
 * ends (Bộ luật Dân sự 2015, Điều 147 khoản 2); a term of months ends on the day of the same number,
 * or on the last of a shorter month; what would end on a day off ends with the next working day
 * (Điều 148 khoản 5). Due is the moment when the desk closes.
 */
export function countDays(
  calendar: WorkCalendar,
  receivedAt: Date,
  term: Term & { unit: Exclude<Term['unit'], 'hours'> },
  pauses: readonly Pause[],
): Counted {
  const rule = ruleOf(calendar, term)
  const end = rule.end(vietnamDay(receivedAt))
  return afterPauses(calendar, rule, { end, notBefore: receivedAt }, pauses)
}

/**
 * A date that stands already, moved by the working days of each pause before it is over; one that
 * the calendar has made a day off since moves to the next working day.
 */
export function shiftByPauses(
  calendar: WorkCalendar,
  dueOn: PlainDate,
  pauses: readonly Pause[],
): Counted {
  const rule = ruleOf(calendar, { amount: 0, unit: 'working_days' })
  const notBefore = instantOf(dueOn, new Temporal.PlainTime())
  return afterPauses(calendar, rule, { end: dueOn, notBefore }, pauses)
}

/** The moment when the desk closes on the first working day, from `day` on, that `moment` is in time for. */
function closingFrom(
  calendar: WorkCalendar,
  day: PlainDate,
  moment: Date,
  latest?: Temporal.PlainTime,
): Date {
  for (let date = day; ; date = date.add({ days: 1 })) {
    const closes = openSpans(calendar, date).at(-1)?.closes
    if (!closes) continue
    const early = latest && Temporal.PlainTime.compare(latest, closes) < 0 ? latest : closes
    if (instantOf(date, early) >= moment) return instantOf(date, closes)
  }
}

const moveOn: Rule['resume'] = (end, { from, to }) => end.add(from.until(to))

function ruleOf(calendar: WorkCalendar, { amount, unit }: Term): Rule {
  switch (unit) {
    case 'working_days':
      return {
        end: (from) => addWorkingDays(calendar, from, amount),
        resume: (end, { from, to }) =>
          addWorkingDays(calendar, end, workingDaysBetween(calendar, from, to)),
      }
    case 'days':
      return { end: (from) => from.add({ days: amount }), resume: moveOn }
    case 'months':
      return { end: (from) => from.add({ months: amount }), resume: moveOn }
    default:
      // What was waited for came in: the day begins anew.
      return { end: (from) => from, resume: (_, { to }) => to, cutOff }
  }
}

function afterPauses(
  calendar: WorkCalendar,
  rule: Rule,
  start: { end: PlainDate; notBefore: Date },
  pauses: readonly Pause[],
): Counted {
  let { end } = start
  let dueAt = closingFrom(calendar, end, start.notBefore, rule.cutOff)
  for (const { from, to } of pauses) {
    if (from >= dueAt) break
    if (to === null) return { stoppedSince: from }
    end = rule.resume(end, { from: vietnamDay(from), to: vietnamDay(to) })
    dueAt = closingFrom(calendar, end, to, rule.cutOff)
  }
  return { dueAt }
}
