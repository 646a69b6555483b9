import type { Ctx } from '#src/base/ctx.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import {
  getServiceDay,
  listServiceDays,
  serviceDayCan,
  type WholeServiceDay,
} from '#src/modules/service-days/index.ts'
import { sayDate, today } from '../dates.ts'
import { paths } from '../paths.ts'
import { sayHours } from '../say-hours.ts'
import { Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

export type Today = { day: WholeServiceDay; venue: string; officers: string[] } | null

/** The service day of today, an open one before others; null on an ordinary day. */
export async function readToday(ctx: Ctx): Promise<Today> {
  const date = today(ctx.now)
  const days = await listServiceDays(ctx, { from: date, to: date })
  const first = days.find((it) => it.state === 'open') ?? days[0]
  if (!first) return null
  const day = await getServiceDay(ctx, { serviceDayId: first.id })
  const names = await readOfficerNames(ctx, day.officerIds)
  const venue = await getVenue(ctx, { venueId: day.venueId })
  return { day, venue: venue.name, officers: [...names.values()].map((it) => it.fullName) }
}

/** Whether the desk sits today, where, until when, and with whom; the button that opens the day. */
export function TodayDay({ it, now, mayRun }: { it: Today; now: Date; mayRun: boolean }) {
  const { lang, w, to } = useView()
  const { home } = w.desk
  if (!it)
    return (
      <div class="notice">
        <p>
          <b>{sayDate(lang, today(now))}</b>
        </p>
        <p>{home.ordinaryDay}</p>
      </div>
    )
  const { day } = it
  return (
    <div class={day.state === 'open' ? 'notice sun' : 'notice'}>
      <p>
        <b>{sayDate(lang, day.date)}</b>{' '}
        <Tag tone={day.state === 'cancelled' ? 'hot' : day.state === 'open' ? 'leaf' : 'plain'}>
          {w.serviceDays.states[day.state]}
        </Tag>
      </p>
      <p>
        <a href={to(paths.deskDay(day.id))}>
          {lang === 'vi' ? day.programme.nameVi : day.programme.nameEn}
        </a>
        <br />
        {sayHours(lang, day.hours)}
        <br />
        <Vietnamese text={it.venue} />
      </p>
      {it.officers.length > 0 && (
        <p>
          {home.sits} <Vietnamese text={it.officers.join(', ')} />
        </p>
      )}
      {day.programme.partners.length > 0 && (
        <p>
          {home.with} <Vietnamese text={day.programme.partners.map((p) => p.name).join(', ')} />
        </p>
      )}
      {mayRun && serviceDayCan('open', day.state) && (
        <form method="post" action={to(paths.openToday(day.id))}>
          <button class="button quiet">
            {day.state === 'closed' ? home.openAgain : home.open}
          </button>
        </form>
      )}
    </div>
  )
}
