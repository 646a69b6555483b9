import { appointmentCan, type Appointment } from '#src/modules/queue/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { TextArea } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

/** The names of a group, one a line; they may be sent as long as its people come. */
export function NameGroup({ it, filled }: { it: Appointment; filled: Filled }) {
  const { w, to } = useView()
  const words = w.deskBookings.one
  if (it.party === 1 || !appointmentCan('name', it.state)) return null
  const typed = 'nguoi' in filled.values
  const named = { nguoi: it.people.map(({ name }) => name).join('\n') }
  return (
    <form method="post" action={to(paths.deskBookingDo(it.id, 'ten'))}>
      <TextArea
        name="nguoi"
        label={words.people({ named: it.people.length, party: it.party })}
        hint={words.peopleHint}
        filled={typed ? filled : { ...filled, values: named }}
        rows={8}
      />
      <button class="button">{words.savePeople}</button>
    </form>
  )
}
