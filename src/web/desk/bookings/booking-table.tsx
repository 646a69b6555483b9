import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import { isOver, type Appointment } from '#src/modules/queue/index.ts'
import { sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Tag } from '../../ui/pieces.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { NeedsSaid } from './needs-said.tsx'

type Props = { title: string; appointments: Appointment[]; items: ProcedureItem[]; now: Date }

/** Appointments in order of time: when, the code to say, who, what for, here yet or not. */
export function BookingTable({ title, appointments, items, now }: Props) {
  const { lang, w, to } = useView()
  const { columns } = w.deskBookings
  return (
    <TableWrap label={title}>
      <table class="stacked bookings">
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.code}</th>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {appointments.map((it) => (
            <tr>
              <th scope="row">
                <span class="nowrap">{sayTime(lang, it.start)}</span>
              </th>
              <td>
                <a href={to(paths.deskBooking(it.id))}>{it.code || '–'}</a>
              </td>
              <td>
                <Who it={it} />
              </td>
              <td>
                <NeedsSaid codes={it.procedureCodes} items={items} />
                {it.note && (
                  <span class="hint">
                    <Vietnamese text={it.note} />
                  </span>
                )}
              </td>
              <td>
                <Here it={it} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}

function Who({ it }: { it: Appointment }) {
  const { w } = useView()
  const words = w.deskBookings
  return (
    <>
      {it.organisation ? <Vietnamese text={it.organisation} /> : <Name it={it} />}
      {it.organisation && (
        <span class="hint">
          {words.party({ count: it.party })},{' '}
          {words.named({ named: it.people.length, party: it.party })}
          {'. '}
          <Name it={it} />
        </span>
      )}
      {it.bookerName && <span class="hint">{words.bookedBy({ name: it.bookerName })}</span>}
      {!it.hasPhone && <span class="hint">{words.noPhone}</span>}
    </>
  )
}

function Name({ it }: { it: Appointment }) {
  return it.personName ? <Vietnamese text={it.personName} /> : null
}

function Here({ it, now }: { it: Appointment; now: Date }) {
  const { w } = useView()
  const words = w.deskBookings
  if (it.state !== 'booked')
    return <Tag tone="hot">{w.queueBooking.appointmentStates[it.state]}</Tag>
  if (it.visitToken !== null) return <Tag>{words.came}</Tag>
  if (!isOver(it, now)) return <Tag tone="plain">{words.notYet}</Tag>
  // Who is late may still come, as long as the day is open.
  return it.dayState === 'open' ? (
    <Tag tone="sun">{words.late}</Tag>
  ) : (
    <Tag tone="hot">{words.noShow}</Tag>
  )
}
