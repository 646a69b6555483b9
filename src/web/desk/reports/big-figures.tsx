import type { Report, Share } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { Figures } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import type { Lang } from '#src/words/index.ts'

/** The figures that a chairman asks for first; what cannot be counted yet is left out. */
export function BigFigures({ report }: { report: Report }) {
  const { lang, w } = useView()
  const { big } = w.deskReports.report
  const { total, ratings, waiting } = report
  const rows: [string, string | null][] = [
    [big.requests, sayNumber(lang, total.requests)],
    [big.filed, sayNumber(lang, total.filed)],
    [big.finished, sayNumber(lang, total.finished)],
    [big.onTime, sayPercent(lang, total.onTime)],
    [big.firstTimeRight, sayPercent(lang, total.firstTimeRight)],
    [big.trips, sayNumber(lang, total.saved.trips)],
    [big.km, sayNumber(lang, total.saved.km)],
    [big.hours, sayNumber(lang, total.saved.hours)],
    [
      big.rating,
      ratings.average === null ? null : big.ofFive({ stars: sayNumber(lang, ratings.average, 1) }),
    ],
    [big.overdue, waiting.overdue > 0 ? sayNumber(lang, waiting.overdue) : null],
  ]
  return <Figures rows={rows.filter((row): row is [string, string] => row[1] !== null)} />
}

/** `96,3%`; null where there is nothing to divide by. */
export function sayPercent(lang: Lang, { share }: Share): string | null {
  return share === null ? null : `${sayNumber(lang, share * 100, 1)}%`
}
