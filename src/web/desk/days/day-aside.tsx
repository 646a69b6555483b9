import type { Session } from '#src/modules/identity/index.ts'
import { serviceDayCan, type WholeServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import type { Deed } from './deed-page.tsx'
import { isForgotten } from './day-tag.tsx'

type Props = { day: WholeServiceDay; session: Session; now: Temporal.PlainDate }

/** What may be done with the day now, by this officer. */
export function DayAside({ day, session, now }: Props) {
  const { lang, w, to } = useView()
  const { day: words, deeds } = w.deskDays
  const { rights } = session.officer
  const runs = rights.includes('service_days.run')
  const plans = rights.includes('service_days.plan')
  const opens = runs && serviceDayCan('open', day.state)
  const offered: [Deed, boolean][] = [
    ['dong', runs && serviceDayCan('close', day.state)],
    ['sua', plans && serviceDayCan('change', day.state)],
    ['doi', plans && serviceDayCan('move', day.state)],
    ['nghi', plans && serviceDayCan('cancel', day.state)],
  ]
  const links = offered.filter(([, may]) => may).map(([deed]) => deed)
  const isToday = day.date.equals(now)
  return (
    <div class="column aside">
      <h2>{words.what}</h2>
      {isForgotten(day, now) && (
        <Notice tone="hot">
          <p>{day.state === 'open' ? words.forgottenOpen : words.forgotten}</p>
        </Notice>
      )}
      {opens && isToday && (
        <form method="post" action={to(paths.deskDayDo(day.id, 'mo'))}>
          <button class="button">{day.state === 'closed' ? deeds.moLai : deeds.mo}</button>
        </form>
      )}
      {opens && Temporal.PlainDate.compare(now, day.date) < 0 && (
        <p>{words.ahead({ date: sayDate(lang, day.date) })}</p>
      )}
      {links.length === 0 && !(opens && isToday) && <p>{words.nothing}</p>}
      {links.length > 0 && (
        <ul class="paths">
          {links.map((deed) => (
            <li>
              <a href={to(paths.deskDayDo(day.id, deed))}>{deeds[deed]}</a>
              <span>{w.deskDays.deedHints[deed]}</span>
            </li>
          ))}
        </ul>
      )}
      {rights.includes('queue.run') && (
        <p>
          <a href={to(`${paths.deskBookings()}?ngay=${day.id}`)}>{w.deskDays.booked.open}</a>
        </p>
      )}
      <p>
        <a href={to(paths.day(session.office.slug, day.id))}>{words.publicPage}</a>
      </p>
    </div>
  )
}
