import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import {
  findReportedSpan,
  readPublicFigures,
  type Period,
  type PublicFigures,
} from '#src/modules/reports/index.ts'
import { sayDay, shortDate, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { withRefusal, type Filled } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { FiguresShown } from './figures-shown.tsx'
import { PeriodChoice } from './period-choice.tsx'
import { readDay } from './read-day.ts'

/** What the office publishes of a period: this year, or any that is asked for with `?tu=&den=`. */
export async function showFigures(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const now = today(ctx.now)
  const { period, filled } = readPeriod(c, now)
  const span = await findReportedSpan(ctx)
  const { figures, wrong } = await countPeriod(c, period, filled)
  const { figures: words } = w.public
  const action = to(c, paths.figures(office.slug))
  const said = sayPeriod(c, period)
  return render(
    c,
    <PublicPage
      title={figures ? words.titleOf({ period: said }) : w.public.wrong({ title: words.title })}
      office={office}
      here={here(c)}
      description={words.lead}
    >
      {wrong && <ErrorSummary filled={wrong} />}
      <h1>{figures ? words.titleOf({ period: said }) : words.title}</h1>
      <p>{words.lead}</p>
      {figures && <FiguresShown figures={figures} />}
      <PeriodChoice action={action} now={now} span={span} filled={wrong ?? filled} />
    </PublicPage>,
    wrong ? 422 : 200,
  )
}

type Asked = { period: Period | null; filled: Filled }

function readPeriod(c: Context<Env>, now: Temporal.PlainDate): Asked {
  const { w } = c.var
  const tu = c.req.query('tu')
  const den = c.req.query('den')
  const year = { from: now.with({ month: 1, day: 1 }), to: now.with({ month: 12, day: 31 }) }
  if (tu === undefined && den === undefined)
    return { period: year, filled: { values: {}, errors: {} } }
  const from = readDay(tu)
  const to = readDay(den)
  const { fromWrong, toWrong } = w.public.figures
  const errors = { ...(from ? {} : { tu: fromWrong }), ...(to ? {} : { den: toWrong }) }
  return {
    period: from && to ? { from, to } : null,
    filled: {
      values: { tu: from ? shortDate(from) : (tu ?? ''), den: to ? shortDate(to) : (den ?? '') },
      errors,
    },
  }
}

/** Counts the period, unless the days were mistyped or the reports refuse them. */
async function countPeriod(
  c: Context<Env>,
  period: Period | null,
  filled: Filled,
): Promise<{ figures: PublicFigures | null; wrong: Filled | null }> {
  if (!period) return { figures: null, wrong: filled }
  try {
    return { figures: await readPublicFigures(c.var.ctx, period), wrong: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const beside = withRefusal(filled, error, c.var.lang)
    const { from, to, ...rest } = beside.errors
    const errors = { ...rest, ...(from ? { tu: from } : {}), ...(to ? { den: to } : {}) }
    return { figures: null, wrong: { ...beside, errors } }
  }
}

/** A whole calendar year by its number, anything else by its days. */
function sayPeriod(c: Context<Env>, period: Period | null): string {
  if (!period) return ''
  const { lang, w } = c.var
  const { figures } = w.public
  const { from, to } = period
  const year = from.year === to.year && from.dayOfYear === 1 && to.month === 12 && to.day === 31
  return year
    ? figures.inYear({ year: from.year })
    : figures.range({ from: sayDay(lang, from), to: sayDay(lang, to) })
}
