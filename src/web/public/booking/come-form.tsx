import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Select } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import type { AppointmentView } from './appointment.tsx'
import { Hidden } from './hidden.tsx'
import { keyOf } from './time-form.tsx'

/** Chosen by who is on no place of the group's list. */
export const nameless = 0

type Props = { office: string; view: AppointmentView; filled: Filled }

/** "I am here": only while the day is open. Who has pressed it finds the way to their number instead. */
export function ComeForm({ office, view, filled }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.hen
  const { it, day, members } = view
  if (day.state !== 'open') return null
  if (it.visitToken !== null && it.party === 1)
    return (
      <p>
        <a class="button" href={to(paths.turn(office, it.visitToken))}>
          {said.toTurn}
        </a>
      </p>
    )
  const coming = members.filter((one) => one.ticket === null)
  return (
    <form
      method="post"
      action={to(paths.appointmentDo(office, it.token, 'toi-noi'))}
      class="noprint"
    >
      <Hidden codes={[]} clientKey={keyOf(filled)} />
      {coming.some((one) => one.name !== null) && (
        <Select
          name="thu"
          label={said.comeWhich}
          filled={filled}
          options={[
            ...coming.flatMap(({ position, name }) =>
              name === null ? [] : [{ value: String(position), label: name }],
            ),
            ...(coming.some((one) => one.name === null)
              ? [{ value: String(nameless), label: said.comeNameless }]
              : []),
          ]}
        />
      )}
      <p>{said.comeHint}</p>
      <button class="button">{said.come}</button>
    </form>
  )
}
