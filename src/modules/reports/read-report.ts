import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Period } from './period.ts'
import { readFigures } from './read-figures.ts'
import type { Report } from './report.ts'

/**
 * The office's report of a period, both days in it: the requests received in it, as they stand
 * today, counted as the article "Ngày thứ 6 tại chỗ" counts them, with the key figures and the
 * columns of the one-stop reporting form. Ratings count on the day they were given.
 *
 * Refuses a period that ends before it begins, and one longer than twenty years.
 */
export async function readReport(ctx: Ctx, period: Period): Promise<Report> {
  requireRight(ctx, 'reports.read')
  return readFigures(ctx, period)
}
