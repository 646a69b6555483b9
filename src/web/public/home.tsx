import type { Context } from 'hono'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { listVenues, type Office } from '#src/modules/offices/index.ts'
import { listPublished } from '#src/modules/outreach/index.ts'
import { listProgrammes, listServiceDays } from '#src/modules/service-days/index.ts'
import { sayNumber, sayDay, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { Figures } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useView } from '../view.ts'
import { isAhead, momentOf } from './day-moment.ts'
import { readHomeFigures, type HomeFigures } from './home-figures.ts'
import { HomeNews } from './news/home-news.tsx'
import { DayButtons, Missed, NextDay, NoDay } from './next-day.tsx'
import { ProcedureList } from './procedure-list.tsx'
import { SearchBox } from './search-box.tsx'

/** How far ahead a next day is looked for. */
const daysAhead = 90
const newsShown = 3

/** The first page of an office: when and where next, what to bring, how far one's request is. */
export async function showHome(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const from = today(ctx.now)
  const [days, programmes, venues, popular, figures, news] = await Promise.all([
    listServiceDays(ctx, { from, to: from.add({ days: daysAhead }) }),
    listProgrammes(ctx),
    listVenues(ctx),
    listProcedures(ctx, { popular: true, limit: 5 }),
    readHomeFigures(ctx),
    listPublished(ctx, { limit: 12, on: from }),
  ])
  const next = days.find((day) => isAhead(momentOf(day, ctx.now)))
  // What people may be coming for and will not find: everything before the next day.
  const missed = next ? days.slice(0, days.indexOf(next)) : days.slice(0, 2)
  return render(
    c,
    <PublicPage
      title={office.name[lang]}
      office={office}
      here={here(c)}
      description={w.public.home.description({ office: office.name[lang] })}
    >
      {next ? (
        <NextDay
          day={next}
          now={ctx.now}
          programme={programmes.find((it) => it.id === next.programmeId)}
          venue={venues.find((it) => it.id === next.venueId)}
        />
      ) : (
        <NoDay office={office} />
      )}
      {missed.map((day) => (
        <Missed day={day} now={ctx.now} />
      ))}
      {next && <DayButtons office={office} day={next} />}
      <SearchBox office={office.slug} q="" />
      <HomeNews office={office} items={news.slice(0, newsShown)} />
      <Popular office={office} items={popular} />
      {figures && <SoFar office={office} figures={figures} />}
    </PublicPage>,
  )
}

function Popular({ office, items }: { office: Office; items: ProcedureItem[] }) {
  const { w, to } = useView()
  const { home } = w.public
  return (
    <>
      {items.length > 0 && (
        <>
          <h2>{home.popular}</h2>
          <ProcedureList office={office.slug} items={items} />
          <p class="noprint">
            <a href={to(paths.procedures(office.slug))}>{home.allProcedures}</a>
          </p>
        </>
      )}
      <div class="pair">
        <a class="button quiet" href={to(paths.track(office.slug))}>
          {home.track}
        </a>
      </div>
    </>
  )
}

function SoFar({ office, figures }: { office: Office; figures: HomeFigures }) {
  const { lang, w, to } = useView()
  const { home } = w.public
  const { helped, trips, stars } = figures
  const rows: [string, string][] = [
    [home.helped, sayNumber(lang, helped)],
    [home.trips, sayNumber(lang, trips)],
  ]
  if (stars !== null) rows.push([home.rating, home.ofFive({ stars: sayNumber(lang, stars, 1) })])
  return (
    <>
      <h2>{home.figures}</h2>
      <p class="quiet-text">{home.since({ from: sayDay(lang, figures.since) })}</p>
      <Figures rows={rows} />
      <p class="noprint">
        <a href={to(paths.figures(office.slug))}>{home.moreFigures}</a>
      </p>
    </>
  )
}
