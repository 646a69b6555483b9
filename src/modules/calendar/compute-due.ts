import { vietnamDay } from '#src/base/vietnam-day.ts'
import { countDays, shiftByPauses, type Counted } from './count-days.ts'
import { countHours } from './count-hours.ts'
import { explainDue, type Step } from './explain-due.ts'
import type { Extension } from './require-extension.ts'
import { mergePauses, type Pause } from './pause.ts'
import { requireTerm, type Term } from './term.ts'
import type { WorkCalendar } from './work-calendar.ts'

export type DueInput = Term & {
  receivedAt: Date
  /** Asks for the 15:00 rule on a term of at most one day; the unit `same_day` asks for it too. */
  sameDay?: boolean
  /** While papers or a payment were awaited; an open one stops the clock. */
  pauses?: readonly Pause[]
  /** A letter of apology that was accepted (`requireExtension`): its date stands instead. */
  extension?: Extension
}

/**
 * When something is due, as printed on the slip. `explained` says how it was counted, step by step.
 * While the clock stands still there is no due date, only since when.
 */
export type Due =
  | { stopped: false; dueAt: Date; dueOn: Temporal.PlainDate; explained: Step[] }
  | { stopped: true; since: Date; dueAt: null; dueOn: null; explained: Step[] }

/**
 * The one place that computes a due date.
 *
 * - working days: weekends and days off are passed over, make-up days and half days count
 * - days, months: every day counts; an end on a day off moves to the next working day
 * - hours: only while the desk is open
 * - same day: the day of receipt; after 15:00, or when the desk is closed, the next working day
 *
 * Due is the moment when the desk closes, except for hours. Refuses a term that cannot be
 * (`requireTerm`) and years out of range.
 */
export function computeDue(calendar: WorkCalendar, input: DueInput): Due {
  const { receivedAt, extension } = input
  const term = requireTerm(input)
  const pauses = mergePauses(input.pauses ?? [], receivedAt)

  const counted = extension
    ? shiftByPauses(calendar, extension.newDueOn, mergePauses(pauses, extension.sentAt))
    : count(calendar, receivedAt, term, pauses)
  const explained = explainDue(calendar, { receivedAt, term, pauses, extension, counted })
  return 'stoppedSince' in counted
    ? { stopped: true, since: counted.stoppedSince, dueAt: null, dueOn: null, explained }
    : { stopped: false, dueAt: counted.dueAt, dueOn: vietnamDay(counted.dueAt), explained }
}

function count(
  calendar: WorkCalendar,
  receivedAt: Date,
  { amount, unit }: Term,
  pauses: readonly Pause[],
): Counted {
  return unit === 'hours'
    ? countHours(calendar, receivedAt, amount, pauses)
    : countDays(calendar, receivedAt, { amount, unit }, pauses)
}
