import type { DayPart } from '#src/modules/queue/index.ts'
import type { Channel } from '#src/modules/reach/index.ts'
import type { WholeServiceDay } from '#src/modules/service-days/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field, Radios } from '../../ui/field.tsx'
import { useView } from '../../view.ts'
import { HeardField } from './heard-field.tsx'
import { Hidden } from './hidden.tsx'
import { PhoneField } from './phone-field.tsx'
import { keyOf } from './time-form.tsx'

type Props = {
  day: WholeServiceDay
  office: string
  codes: string[]
  filled: Filled
  /** What was asked for on the way here. */
  part?: DayPart
  /** By the link that was followed. */
  came?: Channel | null
}

/** "Tell me if a place becomes free": on a day that is full, or half of it. */
export function WaitForm({ day, office, codes, filled, part = 'any', came = null }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.wait
  const { morning, afternoon } = day.hours
  const whole = morning !== null && afternoon !== null
  return (
    <form method="post" action={to(paths.askWait(office, day.id))}>
      <p>{said.lead}</p>
      <Hidden codes={codes} clientKey={keyOf(filled)} />
      {whole ? (
        <Radios
          name="buoi"
          label={said.part}
          filled={filled}
          initial={part}
          options={(['any', 'morning', 'afternoon'] as const).map((value) => ({
            value,
            label: said.parts[value],
          }))}
        />
      ) : (
        <input type="hidden" name="buoi" value="any" />
      )}
      <Field name="ten" label={said.name} filled={filled} autocomplete="name" maxlength={100} />
      <PhoneField filled={filled} />
      <HeardField filled={filled} came={came} />
      <button class="button">{said.ask}</button>
    </form>
  )
}
