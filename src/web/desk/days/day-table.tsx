import type { Venue } from '#src/modules/offices/index.ts'
import type { Programme, ServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { listReasons } from '../../public/about-day.tsx'
import { sayHours } from '../../say-hours.ts'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { DayTag } from './day-tag.tsx'

type Props = {
  caption: string
  days: ServiceDay[]
  programmes: Programme[]
  venues: Venue[]
  now: Temporal.PlainDate
}

/** Days one below the other: when, how it stands and why, where. */
export function DayTable({ caption, days, programmes, venues, now }: Props) {
  const { lang, w, to } = useView()
  const { columns, today } = w.deskDays
  return (
    <table class="stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.where}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => {
          const programme = programmes.find((it) => it.id === day.programmeId)
          const venue = venues.find((it) => it.id === day.venueId)
          return (
            <tr>
              <th scope="row">
                <a href={to(paths.deskDay(day.id))}>{sayDate(lang, day.date)}</a>
                {programmes.length > 1 && programme && (
                  <span class="hint">{lang === 'vi' ? programme.nameVi : programme.nameEn}</span>
                )}
              </th>
              <td>
                <DayTag day={day} /> {day.date.equals(now) && <Tag tone="sun">{today}</Tag>}
                {listReasons(day).map((reason) => (
                  <span class="hint">{reason}</span>
                ))}
              </td>
              <td>
                {venue && <Vietnamese text={venue.name} />}
                <span class="hint">{sayHours(lang, day.hours)}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
