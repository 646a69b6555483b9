import { sumOf } from './counted.ts'
import { monthLabel, type Period } from './period.ts'
import type { Counts } from './read-counts.ts'
import type { MonthGroup } from './report.ts'

/** Every month of the period up to today, those without a request too. */
export function monthsOf(
  { from, to }: Period,
  today: Temporal.PlainDate,
  days: Counts['days'],
): MonthGroup[] {
  const last = Temporal.PlainDate.compare(today, to) < 0 ? today : to
  const daysOf = Map.groupBy(days, (day) => day.receivedOn.toPlainYearMonth().toString())
  const months: MonthGroup[] = []
  for (
    let firstDay = from.with({ day: 1 });
    Temporal.PlainDate.compare(firstDay, last) <= 0;
    firstDay = firstDay.add({ months: 1 })
  ) {
    const key = firstDay.toPlainYearMonth().toString()
    months.push({
      key,
      label: monthLabel(firstDay),
      requests: sumOf(daysOf.get(key) ?? []),
      firstDay,
    })
  }
  return months
}
