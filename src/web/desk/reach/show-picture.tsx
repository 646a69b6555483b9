import type { Context } from 'hono'
import { readPicture, suggest, type Span } from '#src/modules/reach/index.ts'
import { sayDate, sayDay, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { PictureShown } from './picture-shown.tsx'
import { readSpan } from './read-span.ts'
import { Suggestions } from './suggestions.tsx'

/** Whom the news reached: by hamlet, business and channel, with what to do next. */
export async function showPicture(c: Context<Env>) {
  const { ctx, office, session, lang, w } = c.var
  const words = w.deskReach.picture
  const { span, filled } = readSpan(c)
  const picture = await readPicture(ctx, span)
  const now = today(ctx.now)
  const period = w.deskReports.report.range({
    from: sayDay(lang, span.from),
    to: sayDay(lang, span.to),
  })
  const writes = session.officer.rights.includes('outreach.write')
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      door="reports"
      here={here(c)}
      back={{ href: paths.reports(), label: w.deskReports.report.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.heading({ period })}</h1>
      <p class="onlyprint">{office.name[lang]}</p>
      <p class="freshness">{words.madeOn({ date: sayDate(lang, now) })}</p>
      <p class="pair noprint">
        <a class="button" href={to(c, withSpan(`${paths.reachPicture()}.xlsx`, span))} download>
          {words.xlsx}
        </a>
        <a
          class="button quiet"
          href={to(c, withSpan(`${paths.reachPicture()}.csv`, span))}
          download
        >
          {words.csv}
        </a>
        {writes && (
          <>
            <a class="button quiet" href={to(c, paths.reachLinks())}>
              {w.deskReach.links.title}
            </a>
            <a class="button quiet" href={to(c, paths.reachEfforts())}>
              {w.deskReach.efforts.title}
            </a>
          </>
        )}
      </p>
      {picture.people === 0 ? (
        <p>
          <b>{words.nobody}</b> {words.nobodyHint}
        </p>
      ) : (
        <Suggestions suggestions={suggest(picture, now)} />
      )}
      <PictureShown picture={picture} />
      <section class="noprint" aria-labelledby="ky">
        <h2 id="ky">{w.deskReports.report.period}</h2>
        <ul class="inline">
          {[4, 12, 26, 52].map((weeks) => (
            <li>
              <a
                href={to(
                  c,
                  withSpan(paths.reachPicture(), { from: now.subtract({ weeks }), to: now }),
                )}
              >
                {w.lineFigures.weeks({ weeks })}
              </a>
            </li>
          ))}
        </ul>
        <form action={to(c, paths.reachPicture())} class="grid-3">
          <Field
            name="tu"
            label={w.deskReports.report.from}
            type="date"
            filled={filled}
            initial={span.from.toString()}
          />
          <Field
            name="den"
            label={w.deskReports.report.to}
            type="date"
            filled={filled}
            initial={span.to.toString()}
          />
          <p>
            <button class="button">{w.deskReports.report.show}</button>
          </p>
        </form>
      </section>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

function withSpan(path: string, { from, to }: Span): string {
  return `${path}?tu=${from.toString()}&den=${to.toString()}`
}
