import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import type { Office, Venue } from '#src/modules/offices/index.ts'
import type { Programme, WholeServiceDay } from '#src/modules/service-days/index.ts'
import { paths } from '../paths.ts'
import { sayHours } from '../say-hours.ts'
import { shorten } from '../shorten.ts'
import { Summary, Tag } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** When, where, how to get there, who else sits there, for how many. */
export function Facts({ day, venue }: { day: WholeServiceDay; venue: Venue }) {
  const { lang, w } = useView()
  const words = w.public.day
  const partners = day.programme.partners.map((it) => it.name)
  return (
    <>
      <Summary
        rows={[
          [words.when, sayHours(lang, day.hours)],
          [words.where, <Vietnamese text={venue.name} />],
          [words.address, venue.address && <Vietnamese text={venue.address} />],
          [words.note, venue.note && <Vietnamese text={venue.note} />],
          [words.with, partners.length > 0 && <Vietnamese text={partners.join(', ')} />],
          [
            words.room,
            day.capacity === null ? words.anyone : words.roomFor({ count: day.capacity }),
          ],
        ]}
      />
      <p>{words.bring}</p>
    </>
  )
}

type PromisedProps = { office: Office; programme: Programme; items: ProcedureItem[] }

/** In the order in which the programme promises them. */
export function Promised({ office, programme, items }: PromisedProps) {
  const { w, to } = useView()
  const words = w.public.day
  return (
    <>
      <h2>{words.promised}</h2>
      <p>{words.promisedHint}</p>
      <ul class="tasks">
        {programme.procedures.map(({ code, sameDay }) => {
          const item = items.find((it) => it.code === code)
          return (
            item && (
              <li>
                <a href={to(paths.checklist(office.slug, code))}>
                  <Told said={shorten(item.plainName)} />
                </a>
                {sameDay && <Tag>{words.sameDay}</Tag>}
              </li>
            )
          )
        })}
      </ul>
      <p>{words.alsoOthers}</p>
    </>
  )
}
