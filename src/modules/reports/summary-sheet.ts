import { words, type Lang } from '#src/words/index.ts'
import type { OneStopSummary, SummaryCounts } from './one-stop-summary.ts'
import type { Column, Sheet } from './sheet.ts'

/** The columns of the one-stop reporting form, the total last. */
export function summarySheet(summary: OneStopSummary, lang: Lang): Sheet {
  const { sheets, columns, summary: said } = words[lang].reports
  const count = (header: string): Column => ({ header, kind: 'count', width: 16 })
  return {
    name: sheets.summary,
    columns: [
      { header: said.unit, kind: 'text', width: 40 },
      count(said.received),
      count(said.carriedOver),
      count(said.newTotal),
      count(said.newOnline),
      count(said.newInPerson),
      count(said.newPost),
      count(said.finished),
      count(said.finishedEarly),
      count(said.finishedOnTime),
      count(said.finishedLate),
      count(said.inProgress),
      count(said.inProgressOnTime),
      count(said.inProgressOverdue),
      count(said.paused),
      count(said.pausedOnTime),
      count(said.pausedOverdue),
      count(said.returned),
    ],
    rows: [
      ...summary.rows.map((row) => [row.label[lang], ...valuesOf(row)]),
      [columns.total, ...valuesOf(summary.total)],
    ],
  }
}

function valuesOf({ received, finished, inProgress, paused, returned }: SummaryCounts): number[] {
  const { total, carriedOver, inPeriod } = received
  return [
    ...[total, carriedOver, inPeriod.total, inPeriod.online, inPeriod.inPerson, inPeriod.post],
    ...[finished.total, finished.early, finished.onTime, finished.late],
    ...[inProgress.total, inProgress.onTime, inProgress.overdue],
    ...[paused.total, paused.onTime, paused.overdue],
    returned,
  ]
}
