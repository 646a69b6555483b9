import type { Context } from 'hono'
import { listVenues, type Office, type Venue } from '#src/modules/offices/index.ts'
import {
  listProgrammes,
  listServiceDays,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import { sayDate, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { sayHours } from '../say-hours.ts'
import { PublicPage } from '../ui/public-page.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { listReasons, MomentTag, MomentWords } from './about-day.tsx'
import { momentOf } from './day-moment.ts'
import { readDay } from './read-day.ts'

const perPage = 12
const ahead = { days: 92 }
const back = { years: 2 }

type Listed = { day: ServiceDay; programme: string | undefined; venue: Venue | undefined }

/** Every service day: those ahead with what changed about them, and those that were. */
export async function showDays(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const now = today(ctx.now)
  const before = readDay(c.req.query('truoc'))
  const until = before && Temporal.PlainDate.compare(before, now) < 0 ? before : now
  const [next, past, programmes, venues] = await Promise.all([
    before ? [] : listServiceDays(ctx, { from: now, to: now.add(ahead) }),
    listServiceDays(ctx, { from: until.subtract(back), to: until.subtract({ days: 1 }) }),
    listProgrammes(ctx),
    listVenues(ctx),
  ])
  const listed = (day: ServiceDay): Listed => {
    const programme = programmes.find((it) => it.id === day.programmeId)
    return {
      day,
      programme: programme && { vi: programme.nameVi, en: programme.nameEn }[lang],
      venue: venues.find((it) => it.id === day.venueId),
    }
  }
  const newest = past.toReversed().slice(0, perPage)
  const older = past.length > perPage ? newest.at(-1)?.date : undefined
  const { days } = w.public
  return render(
    c,
    <PublicPage
      title={before ? `${days.title}, ${days.past.toLowerCase()} ${before.toString()}` : days.title}
      office={office}
      here={here(c)}
      description={days.lead}
    >
      <h1>{days.title}</h1>
      <p>{days.lead}</p>
      {!before && (
        <>
          <h2>{days.next}</h2>
          {next.length === 0 ? (
            <p>{days.none}</p>
          ) : (
            <DayList office={office} days={next.map(listed)} now={ctx.now} />
          )}
        </>
      )}
      {newest.length > 0 && (
        <>
          <h2>{days.past}</h2>
          <DayList office={office} days={newest.map(listed)} now={ctx.now} />
        </>
      )}
      <OtherDays office={office} older={older} newer={before !== null} />
    </PublicPage>,
  )
}

function DayList({ office, days, now }: { office: Office; days: Listed[]; now: Date }) {
  const { lang, to } = useView()
  return (
    <ul class="paths">
      {days.map(({ day, programme, venue }) => {
        const moment = momentOf(day, now)
        return (
          <li>
            <a href={to(paths.day(office.slug, day.id))}>{sayDate(lang, day.date)}</a>{' '}
            <MomentTag moment={moment} />
            <span>
              {programme && `${programme} · `}
              {sayHours(lang, day.hours)}
              {venue && (
                <>
                  {' · '}
                  <Vietnamese text={venue.name} />
                </>
              )}
            </span>
            {(moment.kind === 'open' || moment.kind === 'lunch' || moment.kind === 'opens') && (
              <span>
                <MomentWords moment={moment} />
              </span>
            )}
            {listReasons(day).map((reason) => (
              <span>{reason}</span>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

type Others = { office: Office; older: Temporal.PlainDate | undefined; newer: boolean }

function OtherDays({ office, older, newer }: Others) {
  const { w, to } = useView()
  const address = to(paths.days(office.slug))
  if (!older && !newer) return null
  return (
    <nav aria-label={w.public.procedures.pages} class="pair">
      {newer && <a href={address}>{w.public.days.newer}</a>}
      {older && <a href={`${address}?truoc=${older.toString()}`}>{w.public.days.older}</a>}
    </nav>
  )
}
