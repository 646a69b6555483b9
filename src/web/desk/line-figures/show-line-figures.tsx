import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { readLineFigures, type LineFigures, type Period } from '#src/modules/reports/index.ts'
import { sayDate, sayDay, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readDay } from '../../public/read-day.ts'
import { blank, withRefusal, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { CapacitySaid } from './capacity-said.tsx'
import { LineShown } from './line-shown.tsx'
import { PeriodForm } from './period-form.tsx'
import { readSuggestion } from './read-suggestion.ts'

/** How the line went in any period, with what the next day has room for. */
export async function showLineFigures(c: Context<Env>) {
  const { ctx, office, session, lang, w } = c.var
  const words = w.lineFigures
  const { figures, filled } = await countLine(c)
  const wrong = Object.keys(filled.errors).length > 0
  const [suggested, procedures] = await Promise.all([
    readSuggestion(ctx),
    listProcedures(ctx, { codes: figures ? codesOf(figures) : [] }),
  ])
  const title = figures ? words.heading({ period: sayPeriod(c, figures.period) }) : words.title
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="reports"
      here={here(c)}
      back={{ href: paths.reports(), label: w.deskReports.report.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <p class="onlyprint">{office.name[lang]}</p>
      {figures && (
        <>
          <p class="freshness">{words.madeOn({ date: sayDate(lang, figures.madeOn) })}</p>
          {figures.total.visits + figures.total.people > 0 ? (
            <>
              <Downloads c={c} period={figures.period} />
              <LineShown figures={figures} procedures={procedures} />
            </>
          ) : (
            <p>
              <b>{words.none}</b> {words.noneHint}
            </p>
          )}
        </>
      )}
      <CapacitySaid suggested={suggested} rights={session.officer.rights} />
      <PeriodForm now={today(ctx.now)} period={figures?.period ?? null} filled={filled} />
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

/** Twelve weeks back, unless the address names two days. */
export async function countLine(
  c: Context<Env>,
): Promise<{ figures: LineFigures | null; filled: Filled }> {
  const { ctx, lang, w } = c.var
  const [tu, den] = [c.req.query('tu'), c.req.query('den')]
  const now = today(ctx.now)
  if (tu === undefined && den === undefined) {
    const period = { from: now.subtract({ weeks: 12 }), to: now }
    return { figures: await readLineFigures(ctx, period), filled: blank }
  }
  const { fromMissing, toMissing } = w.deskReports.report
  const [from, until] = [readDay(tu), readDay(den)]
  const filled: Filled = {
    values: { tu: tu ?? '', den: den ?? '' },
    errors: { ...(from ? {} : { tu: fromMissing }), ...(until ? {} : { den: toMissing }) },
  }
  if (!from || !until) return { figures: null, filled }
  try {
    return { figures: await readLineFigures(ctx, { from, to: until }), filled }
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error
    const said = withRefusal(filled, error, lang).errors[error.field]!
    const field = error.field === 'from' ? 'tu' : 'den'
    return { figures: null, filled: { ...filled, errors: { [field]: said } } }
  }
}

function codesOf({ needs }: LineFigures): string[] {
  return needs.flatMap(({ need }) => (need.kind === 'procedure' ? [need.code] : []))
}

function sayPeriod(c: Context<Env>, { from, to }: Period): string {
  const { lang, w } = c.var
  return w.deskReports.report.range({ from: sayDay(lang, from), to: sayDay(lang, to) })
}

function Downloads({ c, period }: { c: Context<Env>; period: Period }) {
  const { w } = c.var
  const days = `?tu=${period.from.toString()}&den=${period.to.toString()}`
  return (
    <p class="pair noprint">
      <a class="button" href={to(c, `${paths.lineFigures()}.xlsx${days}`)} download>
        {w.lineFigures.xlsx}
      </a>
      <a class="button quiet" href={to(c, `${paths.lineFigures()}.csv${days}`)} download>
        {w.lineFigures.csv}
      </a>
      <span class="hint">{w.deskReports.report.print}</span>
    </p>
  )
}
