import type { Context } from 'hono'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { getVenue, type Office } from '#src/modules/offices/index.ts'
import { readServiceDayFigures } from '#src/modules/requests/index.ts'
import {
  findNextServiceDay,
  getServiceDay,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import { sayDate } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { here, render } from '../render.tsx'
import { CalendarLeaf } from '../ui/calendar-leaf.tsx'
import { Tag } from '../ui/pieces.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useView } from '../view.ts'
import { listReasons, MomentTag, MomentWords } from './about-day.tsx'
import { Facts, Promised } from './day-facts.tsx'
import { DayFigures } from './day-figures.tsx'
import { isAhead, momentOf, type DayMoment } from './day-moment.ts'
import { isUuid } from './is-uuid.ts'

/** One service day: before it, what it offers; on it, whether it is open; after it, what was done. */
export async function showDay(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const day = await getServiceDay(ctx, { serviceDayId: id })
  const { programme } = day
  const moment = momentOf(day, ctx.now)
  const [venue, promised, figures, next] = await Promise.all([
    getVenue(ctx, { venueId: day.venueId }),
    listProcedures(ctx, { codes: programme.procedures.map((it) => it.code) }),
    moment.kind === 'over' ? readServiceDayFigures(ctx, { serviceDayId: id }) : null,
    isAhead(moment) ? null : findNextServiceDay(ctx),
  ])
  const name = { vi: programme.nameVi, en: programme.nameEn }[lang]
  return render(
    c,
    <PublicPage
      title={w.public.day.title({ programme: name, date: sayDate(lang, day.date) })}
      office={office}
      here={here(c)}
      back={{ href: paths.days(office.slug), label: w.public.days.title }}
    >
      <Leaf day={day} moment={moment} name={name} />
      {figures && <DayFigures figures={figures} />}
      {isAhead(moment) ? (
        <>
          <Facts day={day} venue={venue} />
          <ToBooking office={office} day={day} />
          <Promised office={office} programme={programme} items={promised} />
        </>
      ) : (
        <Next office={office} next={next} />
      )}
    </PublicPage>,
  )
}

function Leaf({ day, moment, name }: { day: ServiceDay; moment: DayMoment; name: string }) {
  const { lang } = useView()
  return (
    <section class="day">
      <CalendarLeaf date={day.date} />
      <div>
        <h1>{name}</h1>
        <p>{sayDate(lang, day.date)}</p>
        {moment.kind !== 'ahead' && (
          <p>
            {isAhead(moment) ? (
              <Tag tone="sun">
                <MomentWords moment={moment} />
              </Tag>
            ) : (
              <MomentTag moment={moment} />
            )}
          </p>
        )}
        {listReasons(day).map((reason) => (
          <p>{reason}</p>
        ))}
      </div>
    </section>
  )
}

function ToBooking({ office, day }: { office: Office; day: ServiceDay }) {
  const { w, to } = useView()
  return (
    <p class="noprint">
      <a class="button" href={to(paths.bookDay(office.slug, day.id))}>
        {w.bookingPages.bookDay}
      </a>
    </p>
  )
}

function Next({ office, next }: { office: Office; next: ServiceDay | null }) {
  const { lang, w, to } = useView()
  if (!next) return <p>{w.public.day.noNextDay}</p>
  return (
    <p>
      <a class="button" href={to(paths.day(office.slug, next.id))}>
        {w.public.day.nextDay({ date: sayDate(lang, next.date) })}
      </a>
    </p>
  )
}
