import { Refusal } from '#src/base/refusal.ts'
import { localDate } from './clock.ts'
import { shiftByPauses, type Counted } from './count-days.ts'
import type { Pause } from './pause.ts'
import { getDay, type WorkCalendar } from './work-calendar.ts'
import { nextWorkingDay } from './working-days.ts'

/** A letter of apology (Mẫu 04, Thông tư 03/2025/TT-VPCP): when it went out, and the new date it names. */
export type Extension = { sentAt: Date; newDueOn: Temporal.PlainDate }

/**
 * The new date in place of the old one, moved by pauses that begin after the letter. The letter must
 * go out before the old moment has come, while the clock runs, and name a later working day.
 */
export function extendDue(
  calendar: WorkCalendar,
  old: Counted,
  { sentAt, newDueOn }: Extension,
  pauses: readonly Pause[],
): Counted {
  const running = pauses.every(({ from, to }) => from > sentAt || (to !== null && to <= sentAt))
  if ('stoppedSince' in old || !running) throw new Refusal('calendar.extended_while_stopped')

  const oldDueOn = localDate(old.dueAt)
  const field = 'newDueOn'
  if (sentAt >= old.dueAt)
    throw new Refusal('calendar.extended_too_late', { params: { due: slashed(oldDueOn) } })
  if (Temporal.PlainDate.compare(newDueOn, oldDueOn) <= 0)
    throw new Refusal('calendar.extension_not_later', { field, params: { due: slashed(oldDueOn) } })
  if (!getDay(calendar, newDueOn).working) {
    const params = { date: slashed(newDueOn), next: slashed(nextWorkingDay(calendar, newDueOn)) }
    throw new Refusal('calendar.extension_on_day_off', { field, params })
  }
  return shiftByPauses(
    calendar,
    newDueOn,
    pauses.filter(({ from }) => from > sentAt),
  )
}

/** 27/11/2026, as both languages of the site write a date within a sentence. */
function slashed(date: Temporal.PlainDate): string {
  return date.toLocaleString('en-GB')
}
