import { vietnamDay } from '#src/base/vietnam-day.ts'
import { instantOf } from './clock.ts'
import type { Counted } from './count-days.ts'
import type { Pause } from './pause.ts'
import { openSpans, type WorkCalendar } from './work-calendar.ts'

/**
 * Counts hours while the desk is open: nights, days off, lunch and pauses do not count. With the
 * usual hours 8 of them are one working day; where a desk is open for less, they reach into the next.
 */
export function countHours(
  calendar: WorkCalendar,
  receivedAt: Date,
  hours: number,
  pauses: readonly Pause[],
): Counted {
  let left = Math.round(hours * 60) * 60_000
  for (let date = vietnamDay(receivedAt); ; date = date.add({ days: 1 })) {
    for (const { opens, closes } of openSpans(calendar, date)) {
      const end = instantOf(date, closes).getTime()
      let now = Math.max(instantOf(date, opens).getTime(), receivedAt.getTime())
      if (now >= end) continue
      for (const { from, to } of [...pauses, { from: new Date(end), to: new Date(end) }]) {
        const until = Math.min(from.getTime(), end)
        if (now + left <= until) return { dueAt: new Date(now + left) }
        left -= Math.max(0, until - now)
        if (to === null && from.getTime() < end) return { stoppedSince: from }
        now = Math.max(now, Math.min(to?.getTime() ?? end, end))
      }
    }
  }
}
