import type { Lang } from '#src/words/index.ts'
import { reportSheets } from './report-sheets.ts'
import type { Report } from './report.ts'
import { toXlsx } from './xlsx.ts'

/** The whole report as an Excel workbook. */
export function reportToXlsx(report: Report, lang: Lang): Promise<Buffer> {
  return toXlsx(reportSheets(report, lang))
}
