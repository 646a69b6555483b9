import { randomUUID } from 'node:crypto'
import type { Appointment, GroupMember } from '#src/modules/queue/index.ts'
import { paths } from '../../paths.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Props = { it: Appointment; members: GroupMember[] }

/** Who of a group is here: each named person with their number, or the button that gives it. */
export function GroupMembers({ it, members }: Props) {
  const { w, to } = useView()
  const words = w.deskBookings.one
  const listed = members.filter((one) => one.name !== null || one.ticket !== null)
  const nameless = members.some((one) => one.name === null && one.ticket === null)
  const open = it.dayState === 'open' && it.state === 'booked'
  if (!open && members.every((one) => one.ticket === null)) return null
  return (
    <section>
      <h2>{words.whoIsHere}</h2>
      <form method="post" action={to(paths.deskBookingDo(it.id, 'den'))}>
        <input type="hidden" name="khoa" value={randomUUID()} />
        <ul class="tasks">
          {listed.map((one) => (
            <li>
              <span>{one.name === null ? words.nameless : <Vietnamese text={one.name} />}</span>
              {one.ticket ? (
                <span>
                  <strong>{one.ticket.code}</strong>{' '}
                  <a href={to(paths.deskTicket(one.ticket.visitId))}>{words.printTicket}</a>
                </span>
              ) : (
                open && <Here position={one.position} name={one.name ?? ''} />
              )}
            </li>
          ))}
        </ul>
        {open && nameless && (
          <button class="button quiet" name="thu" value="">
            {words.hereNameless}
          </button>
        )}
      </form>
    </section>
  )
}

function Here({ position, name }: { position: number; name: string }) {
  const { w } = useView()
  const words = w.deskBookings.one
  return (
    <button class="button quiet" name="thu" value={position} aria-label={`${words.here}: ${name}`}>
      {words.here}
    </button>
  )
}
