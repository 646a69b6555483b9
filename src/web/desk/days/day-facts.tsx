import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import type { Colleague } from '#src/modules/identity/index.ts'
import type { Venue } from '#src/modules/offices/index.ts'
import type { WholeServiceDay } from '#src/modules/service-days/index.ts'
import { sayInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { listReasons } from '../../public/about-day.tsx'
import { sayHours } from '../../say-hours.ts'
import { shorten } from '../../shorten.ts'
import { Summary, Tag } from '../../ui/pieces.tsx'
import { Told, Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = { day: WholeServiceDay; venue: Venue; officers: Colleague[]; items: ProcedureItem[] }

/** Where, when, who, for how many, and what is promised. */
export function DayFacts({ day, venue, officers, items }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskDays.day
  const { programme } = day
  return (
    <>
      {listReasons(day).map((reason) => (
        <p>{reason}</p>
      ))}
      <Summary
        rows={[
          [words.venue, <Vietnamese text={venue.name} />],
          [words.address, venue.address && <Vietnamese text={venue.address} />],
          [words.note, venue.note && <Vietnamese text={venue.note} />],
          [words.hours, sayHours(lang, day.hours)],
          [words.officers, <Roster officers={officers} />],
          [
            words.partners,
            programme.partners.length > 0 && (
              <Vietnamese text={programme.partners.map((it) => it.name).join(', ')} />
            ),
          ],
          [
            words.capacity,
            day.capacity === null ? words.unlimited : words.people({ count: day.capacity }),
          ],
          [words.opened, day.openedAt && sayInstant(lang, day.openedAt)],
          [words.closed, day.closedAt && sayInstant(lang, day.closedAt)],
          [
            words.programme,
            <a href={to(paths.programme(programme.id))}>
              {lang === 'vi' ? programme.nameVi : programme.nameEn}
            </a>,
          ],
        ]}
      />
      <h2>{words.promised}</h2>
      {programme.procedures.length === 0 && <p>{words.noPromised}</p>}
      <ul class="tasks">
        {programme.procedures.map(({ code, sameDay }) => {
          const item = items.find((it) => it.code === code)
          return (
            <li>
              <a href={to(paths.deskProcedure(code))}>
                {item ? <Told said={shorten(item.plainName)} /> : code}
              </a>
              {sameDay && <Tag>{w.serviceDays.sameDay}</Tag>}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Roster({ officers }: { officers: Colleague[] }) {
  const { w } = useView()
  if (officers.length === 0) return <>{w.deskDays.day.nobody}</>
  return (
    <>
      {officers.map((it) => (
        <p>
          <Vietnamese text={it.title ? `${it.fullName}, ${it.title}` : it.fullName} />
        </p>
      ))}
    </>
  )
}
