import { isWorkingDay, type WorkCalendar } from './work-calendar.ts'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

/** The first working day after `date`. */
export function nextWorkingDay(calendar: WorkCalendar, date: PlainDate): PlainDate {
  return addWorkingDays(calendar, date, 1)
}

/** The last working day before `date`. */
export function previousWorkingDay(calendar: WorkCalendar, date: PlainDate): PlainDate {
  let day = date.subtract({ days: 1 })
  while (!isWorkingDay(calendar, day)) day = day.subtract({ days: 1 })
  return day
}

/** The `count`-th working day after `date`; `date` itself when `count` is 0. */
export function addWorkingDays(calendar: WorkCalendar, date: PlainDate, count: number): PlainDate {
  let day = date
  for (let left = count; left > 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(calendar, day)) left -= 1
  }
  return day
}

/** How many working days lie after `from`, up to and with `to`; negative when `to` is before `from`. */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  if (compare(to, from) < 0) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; compare(day, to) < 0;) {
    day = day.add({ days: 1 })
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}
