export type { Counted, Share } from './counted.ts'
export { crossTable, type CrossTable, type Dimension } from './cross-table.ts'
export { findReportedSpan } from './find-reported-span.ts'
export type { OneStopSummary, SummaryCounts } from './one-stop-summary.ts'
export {
  reportPeriods,
  usualCutOff,
  type CutOff,
  type NamedPeriod,
  type Period,
  type PeriodKey,
} from './period.ts'
export { lineFiguresToCsv } from './line-figures-to-csv.ts'
export { lineFiguresToXlsx } from './line-figures-to-xlsx.ts'
export type * from './line-figures.ts'
export { readLineFigures } from './read-line-figures.ts'
export { readPublicFigures, type PublicFigures } from './read-public-figures.ts'
export { readReport } from './read-report.ts'
export type * from './report.ts'
export { reportToCsv } from './report-to-csv.ts'
export { reportToXlsx } from './report-to-xlsx.ts'
export { toCsv } from './csv.ts'
export type { Column, Sheet } from './sheet.ts'
export { toXlsx } from './xlsx.ts'
export { suggestCapacity, type DayAhead, type Suggestion } from './suggest-capacity.ts'
