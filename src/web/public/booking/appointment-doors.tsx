import { appointmentCan } from '#src/modules/queue/index.ts'
import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'
import { isAhead, momentOf } from '../day-moment.ts'
import type { AppointmentView } from './appointment.tsx'

/** What can still be done with it: keep it in the telephone, name the group, change, cancel. */
export function AppointmentDoors({ office, view }: { office: string; view: AppointmentView }) {
  const { w, to } = useView()
  const said = w.bookingPages.hen
  const { it, day, now } = view
  const door = (deed: string) => to(paths.appointmentDo(office, it.token, deed))
  const ahead = isAhead(momentOf(day, now))
  // Whose day was called off finds the door to another place in the news above.
  if (it.state !== 'booked' || !ahead) return null
  const names = it.party > 1 && (
    <a class="button" href={door('doan')}>
      {w.bookingPages.group.toNames}
    </a>
  )
  // The first of a group has come: the others may still be named, and nothing else.
  if (it.visitToken !== null) return names ? <p>{names}</p> : null
  return (
    <>
      <div class="pair">
        {names}
        <a class={it.party > 1 ? 'button quiet' : 'button'} href={door('lich.ics')}>
          {said.calendar}
        </a>
        {appointmentCan('change', it.state) && (
          <a class="button quiet" href={door('doi')}>
            {said.change}
          </a>
        )}
        {appointmentCan('cancel', it.state) && (
          <a class="button quiet" href={door('huy')}>
            {said.cancel}
          </a>
        )}
      </div>
      <p class="noprint quiet-text">{said.print}</p>
    </>
  )
}
