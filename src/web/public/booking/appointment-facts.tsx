import { sayDate, sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { shorten } from '../../shorten.ts'
import { Summary } from '../../ui/pieces.tsx'
import { Told, Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import type { AppointmentView } from './appointment.tsx'

/** When, where, who, what for, and what to bring for each of it. */
export function AppointmentFacts({ office, view }: { office: string; view: AppointmentView }) {
  const { lang, w } = useView()
  const said = w.bookingPages.hen
  const { it, venue, items } = view
  const group = it.organisation !== null
  const people = said.people({ count: it.party })
  const when = {
    start: sayTime(lang, it.start),
    end: sayTime(lang, it.end),
    date: sayDate(lang, it.date),
  }
  return (
    <>
      <Summary
        rows={[
          [said.when, said.whenSays(when)],
          [said.where, <Place name={venue.name} address={venue.address} note={venue.note} />],
          [
            said.group,
            group && (
              <>
                <Vietnamese text={it.organisation ?? ''} />, {people}
              </>
            ),
          ],
          [group ? said.contact : said.who, it.personName && <Vietnamese text={it.personName} />],
          [said.booker, it.bookerName && <Vietnamese text={it.bookerName} />],
          [said.what, items.length === 0 && !group && said.anything],
          [
            w.bookingPages.group.title,
            group && w.bookingPages.group.named({ named: it.people.length, party: it.party }),
          ],
          [said.note, it.note && <Vietnamese text={it.note} />],
        ]}
      />
      {it.state === 'booked' && (
        <>
          <h2>{items.length > 0 ? said.whatAndBring : said.bring}</h2>
          <Bring office={office} items={items} />
          <p>
            {said.bringHint} {!group && said.late({ minutes: view.lateMinutes })}
          </p>
        </>
      )}
    </>
  )
}

function Place({ name, address, note }: { name: string; address: string; note: string }) {
  return (
    <>
      <Vietnamese text={name} />
      {[address, note].filter(Boolean).map((text) => (
        <p class="hint">
          <Vietnamese text={text} />
        </p>
      ))}
    </>
  )
}

function Bring({ office, items }: { office: string; items: AppointmentView['items'] }) {
  const { to } = useView()
  if (items.length === 0) return null
  return (
    <ul class="paths">
      {items.map((item) => (
        <li>
          <a href={to(paths.checklist(office, item.code))}>
            <Told said={shorten(item.plainName)} />
          </a>
        </li>
      ))}
    </ul>
  )
}
