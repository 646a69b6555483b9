import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import type { AppointmentView } from './appointment.tsx'
import { Hidden } from './hidden.tsx'
import { keyOf } from './time-form.tsx'

type Props = { office: string; view: AppointmentView; filled: Filled }

/** "I am here": only while the day is open. Who has pressed it finds the way to their number instead. */
export function ComeForm({ office, view, filled }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.hen
  const { it, day } = view
  if (day.state !== 'open') return null
  if (it.visitToken !== null && it.party === 1)
    return (
      <p>
        <a class="button" href={to(paths.turn(office, it.visitToken))}>
          {said.toTurn}
        </a>
      </p>
    )
  return (
    <form method="post" action={to(paths.appointmentDo(office, it.token, 'toi-noi'))}>
      <Hidden codes={[]} clientKey={keyOf(filled)} />
      {it.party > 1 && (
        <Field
          name="thu"
          label={said.comeWhich}
          filled={filled}
          width="short"
          inputmode="numeric"
          maxlength={4}
        />
      )}
      <p>{said.comeHint}</p>
      <button class="button">{said.come}</button>
    </form>
  )
}
