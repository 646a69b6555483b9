import type { Office, Venue } from '#src/modules/offices/index.ts'
import type { Programme, ServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { sayHours } from '../say-hours.ts'
import { CalendarLeaf } from '../ui/calendar-leaf.tsx'
import { Notice, Summary, Tag } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { listReasons, MomentWords } from './about-day.tsx'
import { momentOf, type DayMoment } from './day-moment.ts'

type Props = {
  day: ServiceDay
  now: Date
  programme: Programme | undefined
  venue: Venue | undefined
}

/** The tear-off leaf of the day that people should come on next. */
export function NextDay({ day, now, programme, venue }: Props) {
  const { lang } = useView()
  const moment = momentOf(day, now)
  const name = programme && { vi: programme.nameVi, en: programme.nameEn }[lang]
  return (
    <section class="day">
      <CalendarLeaf date={day.date} />
      <div>
        <h1>{name ?? sayDate(lang, day.date)}</h1>
        {isToday(moment) && (
          <p>
            <Tag tone="sun">
              <MomentWords moment={moment} />
            </Tag>
          </p>
        )}
        <p>
          <b>{sayHours(lang, day.hours)}</b>
          {venue && (
            <>
              <br />
              <Vietnamese text={venue.name} />
            </>
          )}
        </p>
        {listReasons(day).map((reason) => (
          <p>{reason}</p>
        ))}
      </div>
    </section>
  )
}

export function DayButtons({ office, day }: { office: Office; day: ServiceDay }) {
  const { w, to } = useView()
  return (
    <div class="pair">
      <a class="button" href={to(paths.book(office.slug))}>
        {w.bookingPages.book}
      </a>
      <a class="button quiet" href={to(paths.procedures(office.slug))}>
        {w.public.home.bring}
      </a>
      <a class="button quiet" href={to(paths.day(office.slug, day.id))}>
        {w.public.home.dayPage}
      </a>
    </div>
  )
}

/** No day is planned: the office itself is still there. */
export function NoDay({ office }: { office: Office }) {
  const { lang, w } = useView()
  const { home } = w.public
  return (
    <>
      <h1>{office.name[lang]}</h1>
      <Notice tone="sun" title={home.noDay}>
        <p>{home.noDayHint}</p>
      </Notice>
      {(office.opening !== null || office.address !== null) && (
        <Summary
          rows={[
            [home.opening, office.opening && <Told said={office.opening} />],
            [home.address, office.address && <Vietnamese text={office.address} />],
          ]}
        />
      )}
    </>
  )
}

/** A day before the next one that is cancelled or over already, so that nobody comes in vain. */
export function Missed({ day, now }: { day: ServiceDay; now: Date }) {
  const { lang, w } = useView()
  const { days } = w.public
  const cancelled = momentOf(day, now).kind === 'cancelled'
  const title = cancelled ? days.noService({ date: sayDate(lang, day.date) }) : days.over
  return (
    <Notice tone={cancelled ? 'hot' : 'sun'} title={title}>
      {listReasons(day).map((reason) => (
        <p>{reason}</p>
      ))}
    </Notice>
  )
}

function isToday(moment: DayMoment): boolean {
  return moment.kind !== 'ahead'
}
