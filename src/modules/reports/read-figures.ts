import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { addUp, countedOf, shareOf, type Measures } from './counted.ts'
import { crossTable } from './cross-table.ts'
import {
  articleRows,
  byAuthority,
  byHome,
  byProcedure,
  byProvince,
  byWord,
  type NameOf,
} from './group.ts'
import { monthsOf } from './months.ts'
import { requirePeriod, type Period } from './period.ts'
import { readCells, type CaseCell } from './read-cells.ts'
import { readOneStopSummary } from './read-one-stop-summary.ts'
import { readPlainNames } from './read-plain-names.ts'
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
  const cells = await readCells(ctx, period, today)
  const nameOf = await namesOf(ctx, cells.cases)
  const serviceDays = await readServiceDays(ctx, period, cells.days)
  const measures = addUp(cells.cases)
  const total = countedOf(measures)
  const rows = articleRows(cells.cases, nameOf)
  return {
    period,
    madeOn: today,
    total,
    procedures: byProcedure(cells.cases, nameOf),
    authorities: byAuthority(cells.cases),
    rows,
    cross: crossTable(rows, 'procedure', 'authority'),
    homeKinds: byWord(
      cells.cases,
      (cell) => cell.homeKind,
      (words) => words.homeKinds,
    ),
    provinces: byProvince(cells.homes, nameOf),
    homes: byHome(cells.homes, nameOf),
    coming: byWord(
      cells.cases,
      (cell) => cell.came,
      (words) => words.comings,
    ),
    outcomes: byWord(
      cells.cases,
      (cell) => cell.outcome,
      (words) => words.outcomes,
    ),
    heard: byWord(
      cells.heard,
      (cell) => cell.heard ?? 'unsaid',
      (words) => words.heard,
    ),
    months: monthsOf(period, today, cells.months),
    serviceDays,
    outsideServiceDays: serviceDays.reduce((rest, day) => rest - day.requests, total.requests),
    waiting: waitingOf(cells.cases, measures),
    turnaround: await readTurnaround(ctx, period),
    rated: shareOf(measures.rated, measures.requests),
    ratings: await readRatings(ctx, period),
    summary: await readOneStopSummary(ctx, period, today),
  }
}

/** Everyday names where the catalogue has them, else the names the requests were received under. */
async function namesOf(ctx: Pick<Ctx, 'db'>, cells: readonly CaseCell[]): Promise<NameOf> {
  const official = new Map(
    cells.map((cell) => [cell.procedureCode, { vi: cell.procedureName, en: cell.procedureNameEn }]),
  )
  const plain = await readPlainNames(ctx, [...official.keys()])
  return (code) => {
    const officialName = official.get(code) ?? { vi: code, en: code }
    const name = plain.get(code)
    const label = { vi: name?.vi ?? officialName.vi, en: name?.en ?? officialName.en }
    return { label, officialName }
  }
}

function waitingOf(cells: readonly CaseCell[], { withPerson, overdue }: Measures): Waiting {
  const of = (outcome: CaseCell['outcome']) =>
    addUp(cells.filter((cell) => cell.outcome === outcome)).requests
  return {
    preparing: of('preparing'),
    withAuthority: of('in_progress') - withPerson,
    withPerson,
    toCollect: of('result_waiting'),
    overdue,
  }
}
