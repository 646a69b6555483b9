import type { Context } from 'hono'
import { Refusal } from '#src/base/refusal.ts'
import { readReport, type Period, type Report } from '#src/modules/reports/index.ts'
import { sayDate, sayDay, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { withRefusal, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useView } from '../../view.ts'
import { PeriodChoice } from './period-choice.tsx'
import { readPeriod } from './read-period.ts'
import { ReportShown } from './report-shown.tsx'

/** The report of any period, to read, to print, to download. */
export async function showReport(c: Context<Env>) {
  const { ctx, office, session, lang, w } = c.var
  const words = w.deskReports.report
  const { period, span, filled } = await readPeriod(c)
  const { report, wrong } = await count(c, period, filled)
  const title = report ? words.heading({ period: sayPeriod(c, report.period) }) : words.title
  const empty = report !== null && report.total.requests === 0 && report.ratings.count === 0
  return render(
    c,
    <DeskPage title={title} session={session} door="reports" here={here(c)}>
      {wrong && <ErrorSummary filled={wrong} />}
      <h1>{title}</h1>
      <p class="onlyprint">{office.name[lang]}</p>
      {report && (
        <>
          <p class="freshness">{words.madeOn({ date: sayDate(lang, report.madeOn) })}</p>
          <Downloads period={report.period} />
        </>
      )}
      {empty && (
        <p>
          <b>{words.empty}.</b> {words.emptyHint}
        </p>
      )}
      {!report && !wrong && <p>{words.never}</p>}
      {report && !empty && <ReportShown report={report} office={office} />}
      <p class="noprint">
        <a href={to(c, paths.lineFigures())}>{w.lineFigures.fromReports}</a>
        <br />
        <a href={to(c, paths.reachPicture())}>{w.deskReach.picture.toPicture}</a>
      </p>
      <PeriodChoice
        now={today(ctx.now)}
        span={span}
        period={report?.period ?? null}
        filled={wrong ?? filled}
      />
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

/** Counts it, unless the days were mistyped or the report refuses them. */
export async function count(
  c: Context<Env>,
  period: Period | null,
  filled: Filled,
): Promise<{ report: Report | null; wrong: Filled | null }> {
  if (Object.keys(filled.errors).length > 0) return { report: null, wrong: filled }
  if (!period) return { report: null, wrong: null }
  try {
    return { report: await readReport(c.var.ctx, period), wrong: null }
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error
    const { from, to, ...rest } = withRefusal(filled, error, c.var.lang).errors
    const errors = { ...rest, ...(from ? { tu: from } : {}), ...(to ? { den: to } : {}) }
    return { report: null, wrong: { ...filled, errors } }
  }
}

function sayPeriod(c: Context<Env>, { from, to }: Period): string {
  const { lang, w } = c.var
  return w.deskReports.report.range({ from: sayDay(lang, from), to: sayDay(lang, to) })
}

function Downloads({ period }: { period: Period }) {
  const { w, to } = useView()
  const words = w.deskReports.report
  const days = `?tu=${period.from.toString()}&den=${period.to.toString()}`
  return (
    <p class="pair noprint">
      <a class="button" href={to(paths.reportXlsx() + days)} download>
        {words.xlsx}
      </a>
      <a class="button quiet" href={to(paths.reportCsv() + days)} download>
        {words.csv}
      </a>
      <span class="hint">{words.print}</span>
    </p>
  )
}
