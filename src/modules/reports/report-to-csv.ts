import { words, type Lang } from '#src/words/index.ts'
import { toCsv } from './csv.ts'
import { rowsSheet } from './report-sheets.ts'
import type { Report } from './report.ts'
import type { Sheet } from './sheet.ts'

/** The article's table as CSV, each line with the period that it counts. */
export function reportToCsv(report: Report, lang: Lang): string {
  const { from, to } = words[lang].reports.columns
  const sheet = rowsSheet(report, lang)
  const days: Sheet['rows'][number] = [report.period.from, report.period.to]
  return toCsv({
    name: sheet.name,
    columns: [
      { header: from, kind: 'date', width: 12 },
      { header: to, kind: 'date', width: 12 },
      ...sheet.columns,
    ],
    rows: sheet.rows.map((row) => days.concat(row)),
  })
}
