import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { addUp, countedOf, shareOf, sumOf, type Measures } from './counted.ts'
import { crossTable } from './cross-table.ts'
import {
  articleRows,
  byAuthority,
  byHome,
  byProcedure,
  byHearing,
  byProvince,
  byWord,
  type NameOf,
} from './group.ts'
import { monthsOf } from './months.ts'
import { requirePeriod, type Period } from './period.ts'
import { readCases, type Case } from './read-cases.ts'
import { readCopies } from './read-copies.ts'
import { readCounts } from './read-counts.ts'
import { readOneStopSummary } from './read-one-stop-summary.ts'
import { readOfficialNames } from './read-official-names.ts'
import { readRatings } from './read-ratings.ts'
import { readServiceDays } from './read-service-days.ts'
import { readTurnaround } from './read-turnaround.ts'
import type { Report, Waiting } from './report.ts'

/** Everything that is known of a period, for whoever has been found to have the right to it. */
export async function readFigures(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'now'>,
  period: Period,
): Promise<Report> {
  requirePeriod(period)
  const today = vietnamDay(ctx.now)
  // Side by side: each takes a connection of its own, and none waits for another.
  const [cases, counts, turnaround, ratings, copies, summary] = await Promise.all([
    readCases(ctx, period, today),
    readCounts(ctx, period),
    readTurnaround(ctx, period),
    readRatings(ctx, period),
    readCopies(ctx, period),
    readOneStopSummary(ctx, period, today),
  ])
  const [nameOf, serviceDays] = await Promise.all([
    namesOf(ctx, cases),
    readServiceDays(ctx, period, counts.serviceDays),
  ])
  const measures = addUp(cases)
  const rows = articleRows(cases, nameOf)
  return {
    period,
    madeOn: today,
    total: countedOf(measures),
    procedures: byProcedure(cases, nameOf),
    authorities: byAuthority(cases),
    rows,
    cross: crossTable(rows, 'procedure', 'authority'),
    homeKinds: byWord(
      cases,
      (cell) => cell.homeKind,
      (words) => words.requests.homes,
    ),
    provinces: byProvince(counts.homes, nameOf),
    homes: byHome(counts.homes, nameOf),
    coming: byWord(
      cases,
      (cell) => cell.came,
      (words) => words.requests.coming,
    ),
    outcomes: byWord(
      cases,
      (cell) => cell.outcome,
      (words) => words.reports.outcomes,
    ),
    heard: byHearing(counts.heard),
    months: monthsOf(period, today, counts.days),
    serviceDays,
    outsideServiceDays: measures.requests - sumOf(serviceDays),
    waiting: waitingOf(cases, measures),
    turnaround,
    rated: shareOf(measures.rated, measures.requests),
    ratings,
    copies,
    summary,
  }
}

/** The names that the requests were received under, and the official ones of the catalogue. */
async function namesOf(ctx: Pick<Ctx, 'db'>, cases: readonly Case[]): Promise<NameOf> {
  const labels = new Map(
    cases.map((it) => [it.procedureCode, { vi: it.procedureName, en: it.procedureNameEn }]),
  )
  const official = await readOfficialNames(ctx, [...labels.keys()])
  return (code) => {
    const label = labels.get(code) ?? { vi: code, en: code }
    const name = official.get(code)
    return { label, officialName: { vi: name?.vi ?? label.vi, en: name?.en ?? label.en } }
  }
}

function waitingOf(cells: readonly Case[], { withPerson, overdue }: Measures): Waiting {
  const of = (outcome: Case['outcome']) => sumOf(cells.filter((cell) => cell.outcome === outcome))
  return {
    preparing: of('preparing'),
    withAuthority: of('in_progress') - withPerson,
    withPerson,
    toCollect: of('result_waiting'),
    overdue,
  }
}
