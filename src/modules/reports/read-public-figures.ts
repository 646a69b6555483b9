import type { Ctx } from '#src/base/ctx.ts'
import type { Counted, Share } from './counted.ts'
import type { Period } from './period.ts'
import { readFigures } from './read-figures.ts'
import type {
  AuthorityGroup,
  Coming,
  CountedGroup,
  HomeKind,
  MonthGroup,
  ProcedureGroup,
  RatingFigures,
  Turnaround,
} from './report.ts'

/** What an office publishes of a period. Homes by kind only: a commune's name may tell the person. */
export type PublicFigures = {
  period: Period
  madeOn: Temporal.PlainDate
  total: Counted
  procedures: ProcedureGroup[]
  authorities: AuthorityGroup[]
  homeKinds: CountedGroup<HomeKind>[]
  coming: CountedGroup<Coming>[]
  months: MonthGroup[]
  /** Service days that were opened in the period. */
  serviceDaysHeld: number
  turnaround: Turnaround
  rated: Share
  ratings: RatingFigures
}

/**
 * The figures of an office that anybody may see, counted as in its report.
 * Refuses a period that ends before it begins, and one longer than twenty years.
 */
export async function readPublicFigures(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'now'>,
  period: Period,
): Promise<PublicFigures> {
  const report = await readFigures(ctx, period)
  return {
    period: report.period,
    madeOn: report.madeOn,
    total: report.total,
    procedures: report.procedures,
    authorities: report.authorities,
    homeKinds: report.homeKinds,
    coming: report.coming,
    months: report.months,
    serviceDaysHeld: report.serviceDays.filter((day) => /^(open|closed)$/.test(day.state)).length,
    turnaround: report.turnaround,
    rated: report.rated,
    ratings: report.ratings,
  }
}
