import { Refusal } from '#src/base/refusal.ts'
import type { Day } from './day.ts'
import { getDay, type WorkCalendar } from './work-calendar.ts'

const most = 1100

/** Every day from `from` to `to`, both included, and what each is. At most three years at once. */
export function listDays(
  calendar: WorkCalendar,
  range: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Day[] {
  const count = range.from.until(range.to).days + 1
  if (count < 1) throw new Refusal('calendar.range_ends_before_it_begins', { field: 'to' })
  if (count > most) throw new Refusal('calendar.range_too_long', { field: 'to' })
  return Array.from({ length: count }, (_, days) => getDay(calendar, range.from.add({ days })))
}
