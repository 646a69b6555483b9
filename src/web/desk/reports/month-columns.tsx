import type { MonthGroup } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { useView } from '../../view.ts'

type Column = { label: string; short: string; requests: number }

/** More columns than this are read by the year. */
const mostMonths = 24

/** A column for each month with its number written on; the same on paper. */
export function MonthColumns({ months }: { months: MonthGroup[] }) {
  const { lang, w } = useView()
  const words = w.deskReports.report
  if (months.length === 0) return null
  const byYear = months.length > mostMonths
  const title = byYear ? words.byYear : words.byMonth
  const columns: Column[] = byYear
    ? years(months)
    : months.map((it) => ({
        label: it.label[lang],
        short: `${it.firstDay.month}/${String(it.firstDay.year).slice(2)}`,
        requests: it.requests,
      }))
  const most = Math.max(1, ...columns.map((it) => it.requests))
  return (
    <section>
      <h2>{title}</h2>
      <TableWrap label={title}>
        <ol class="month-columns">
          {columns.map((it) => {
            const height = Math.round((it.requests / most) * 1000) / 10
            return (
              <li>
                <b>{sayNumber(lang, it.requests)}</b>
                <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="bar" x="1" width="8" y={100 - height} height={height} />
                  <rect class="track" x="0" width="10" y="99" height="1" />
                </svg>
                <span aria-hidden="true">{it.short}</span>
                <span class="unseen">{it.label}</span>
              </li>
            )
          })}
        </ol>
      </TableWrap>
    </section>
  )
}

function years(months: MonthGroup[]): Column[] {
  return [...Map.groupBy(months, (it) => it.firstDay.year)].map(([year, alike]) => ({
    label: String(year),
    short: String(year),
    requests: alike.reduce((sum, it) => sum + it.requests, 0),
  }))
}
