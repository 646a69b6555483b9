import type { Ctx } from '#src/base/ctx.ts'
import { findReportedSpan, readPublicFigures } from '#src/modules/reports/index.ts'
import { today } from '../dates.ts'

/** The three figures of the first page, since the first request. */
export type HomeFigures = {
  since: Temporal.PlainDate
  helped: number
  trips: number
  /** Mean stars; null while nobody has rated. */
  stars: number | null
}

/** Counting everything takes longer than the rest of the page; a minute old is true enough. */
const keptMs = 60_000
const kept = new WeakMap<Ctx['db'], { figures: HomeFigures | null; at: number }>()

export async function readHomeFigures(ctx: Ctx): Promise<HomeFigures | null> {
  const found = kept.get(ctx.db)
  if (found && performance.now() - found.at < keptMs) return found.figures
  const figures = await countAll(ctx)
  kept.set(ctx.db, { figures, at: performance.now() })
  return figures
}

async function countAll(ctx: Ctx): Promise<HomeFigures | null> {
  const span = await findReportedSpan(ctx)
  if (!span) return null
  const to = Temporal.PlainDate.compare(span.to, today(ctx.now)) > 0 ? span.to : today(ctx.now)
  const { total, ratings } = await readPublicFigures(ctx, { from: span.from, to })
  return {
    since: span.from,
    helped: total.requests,
    trips: total.saved.trips,
    stars: ratings.average,
  }
}
