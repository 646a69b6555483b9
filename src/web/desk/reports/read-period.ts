import type { Context } from 'hono'
import { findReportedSpan, type Period } from '#src/modules/reports/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { readDay } from '../../public/read-day.ts'
import type { Filled } from '../../read-form.ts'

export type Asked = {
  /** Null when the days in the address are none, or when there is nothing to report yet. */
  period: Period | null
  /** From the first request to the last. */
  span: Period | null
  filled: Filled
}

/** The period of `?tu=&den=`; everything from the first request on when neither is given. */
export async function readPeriod(c: Context<Env>): Promise<Asked> {
  const { ctx, w } = c.var
  const { fromMissing, toMissing } = w.deskReports.report
  const span = await findReportedSpan(ctx)
  const [tu, den] = [c.req.query('tu'), c.req.query('den')]
  if (tu === undefined && den === undefined)
    return {
      period: span && upToNow(span, today(ctx.now)),
      span,
      filled: { values: {}, errors: {} },
    }
  const [from, to] = [readDay(tu), readDay(den)]
  return {
    period: from && to ? { from, to } : null,
    span,
    filled: {
      values: { tu: tu ?? '', den: den ?? '' },
      errors: { ...(from ? {} : { tu: fromMissing }), ...(to ? {} : { den: toMissing }) },
    },
  }
}

/** What was received ends with its last request, unless that is this month's. */
function upToNow({ from, to }: Period, now: Temporal.PlainDate): Period {
  const thisMonth = to.toPlainYearMonth().equals(now.toPlainYearMonth())
  return { from, to: thisMonth ? now : to }
}
