import { addUp, countedOf } from './counted.ts'
import { monthLabel, type Period } from './period.ts'
import type { MonthCell } from './read-cells.ts'
import type { MonthGroup } from './report.ts'

/** Every month of the period up to today, those without a request too. */
export function monthsOf(
  { from, to }: Period,
  today: Temporal.PlainDate,
  cells: readonly MonthCell[],
): MonthGroup[] {
  const last = Temporal.PlainDate.compare(today, to) < 0 ? today : to
  const cellOf = new Map(cells.map((cell) => [cell.month.toString(), cell]))
  const months: MonthGroup[] = []
  for (
    let firstDay = from.with({ day: 1 });
    Temporal.PlainDate.compare(firstDay, last) <= 0;
    firstDay = firstDay.add({ months: 1 })
  ) {
    const cell = cellOf.get(firstDay.toString())
    const key = firstDay.toPlainYearMonth().toString()
    months.push({
      ...countedOf(addUp(cell ? [cell] : [])),
      key,
      label: monthLabel(firstDay),
      firstDay,
    })
  }
  return months
}
