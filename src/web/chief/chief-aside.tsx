import type { Venue } from '#src/modules/offices/index.ts'
import type { RequestPage } from '#src/modules/requests/index.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate, sayDay } from '../dates.ts'
import { paths } from '../paths.ts'
import { sayHours } from '../say-hours.ts'
import { shorten } from '../shorten.ts'
import { Tag } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

type Props = { overdue: RequestPage; next: ServiceDay | null; venue: Venue | null }

/** What is late, and when the desk sits next. */
export function ChiefAside({ overdue, next, venue }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskReports.chief
  return (
    <div class="column aside">
      <h2>{words.next}</h2>
      {next ? (
        <div class="due">
          <a href={to(paths.deskDay(next.id))}>{sayDate(lang, next.date)}</a>
          <small>
            {sayHours(lang, next.hours)}
            {venue && (
              <>
                {' · '}
                <Vietnamese text={venue.name} />
              </>
            )}
          </small>
        </div>
      ) : (
        <p>
          {words.noneNext} <a href={to(paths.deskDays())}>{words.toDays}</a>
        </p>
      )}
      <p>
        <a href={to(paths.reachPicture())}>{w.deskReach.picture.toPicture}</a>
      </p>
      <h2>{words.overdue}</h2>
      {overdue.items.length === 0 && <p>{words.noneOverdue}</p>}
      {overdue.items.map((it) => (
        <div class="due">
          <a href={to(paths.request(it.id))}>
            <Told said={shorten(it.procedureName)} />
          </a>
          <small>
            {it.code} · <Vietnamese text={it.subjectName} /> · <Told said={it.authorityName} />
          </small>{' '}
          {it.dueOn && <Tag tone="hot">{words.dueWas({ date: sayDay(lang, it.dueOn) })}</Tag>}
        </div>
      ))}
      {overdue.next && (
        <p>
          <a href={to(`${paths.requests()}?tt=overdue`)}>{words.moreOverdue}</a>
        </p>
      )}
    </div>
  )
}
