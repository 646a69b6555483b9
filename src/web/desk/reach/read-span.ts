import type { Context } from 'hono'
import type { Span } from '#src/modules/reach/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { readDay } from '../../public/read-day.ts'
import type { Filled } from '../../read-form.ts'

/** The days of `?tu=&den=`, the last twelve weeks where they are none; what is wrong with them beside. */
export function readSpan(c: Context<Env>): { span: Span; filled: Filled } {
  const { ctx, w } = c.var
  const [tu, den] = [c.req.query('tu'), c.req.query('den')]
  const now = today(ctx.now)
  const usual = { from: now.subtract({ weeks: 12 }), to: now }
  if (tu === undefined && den === undefined)
    return { span: usual, filled: { values: {}, errors: {} } }
  const { fromMissing, toMissing } = w.deskReports.report
  const [from, to] = [readDay(tu), readDay(den)]
  const backwards = from && to && Temporal.PlainDate.compare(from, to) > 0
  const errors = {
    ...(from ? {} : { tu: fromMissing }),
    ...(to ? {} : { den: toMissing }),
    ...(backwards ? { den: w.reach.refusals['reach.period_backwards'] } : {}),
  }
  const right = from !== null && to !== null && !backwards
  return {
    span: right ? { from, to } : usual,
    filled: { values: { tu: tu ?? '', den: den ?? '' }, errors },
  }
}
