import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { isWorkingDay, type WorkCalendar } from './work-calendar.ts'
import { nextWorkingDay } from './working-days.ts'

/** A letter of apology (Mẫu 04, Thông tư 03/2025/TT-VPCP): when it went out, and the new date it names. */
export type Extension = { sentAt: Date; newDueOn: Temporal.PlainDate }

/**
 * Refuses a letter that goes out when the old moment has come, or that names a date which is not
 * later or is a day off. Asked when the letter is recorded and never again: it stands, whatever
 * becomes of the calendar. `oldDueAt` is null while the clock stands still: nothing can be moved.
 */
export function requireExtension(
  calendar: WorkCalendar,
  oldDueAt: Date | null,
  { sentAt, newDueOn }: Extension,
): void {
  if (oldDueAt === null) throw new Refusal('calendar.extended_while_stopped')
  const oldDueOn = vietnamDay(oldDueAt)
  const params = { due: slashed(oldDueOn) }
  if (sentAt >= oldDueAt)
    throw new Refusal('calendar.extended_too_late', { field: 'sentAt', params })
  if (Temporal.PlainDate.compare(newDueOn, oldDueOn) <= 0)
    throw new Refusal('calendar.extension_not_later', { field: 'newDueOn', params })
  if (!isWorkingDay(calendar, newDueOn)) {
    const next = slashed(nextWorkingDay(calendar, newDueOn))
    throw new Refusal('calendar.extension_on_day_off', {
      field: 'newDueOn',
      params: { date: slashed(newDueOn), next },
    })
  }
}

/** 27/11/2026, as both languages of the site write a date within a sentence. */
function slashed(date: Temporal.PlainDate): string {
  return date.toLocaleString('en-GB')
}
