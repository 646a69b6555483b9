import { randomUUID } from 'node:crypto'
import type { FreeTime, HalfDay } from '#src/modules/queue/index.ts'
import type { WholeServiceDay } from '#src/modules/service-days/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { useView } from '../../view.ts'
import { Hidden } from './hidden.tsx'
import { PhoneField } from './phone-field.tsx'
import { TimeChips } from './time-chips.tsx'
import { waitPath } from './wait-path.ts'

type Props = {
  day: WholeServiceDay
  office: string
  codes: string[]
  free: FreeTime[]
  fullHalves: HalfDay[]
  filled: Filled
}

/** The time and the phone; what one comes for travels along unseen. */
export function TimeForm({ day, office, codes, free, fullHalves, filled }: Props) {
  const { w, to } = useView()
  const waits = Object.fromEntries(
    fullHalves.map((half) => [half, waitPath(office, day.id, codes, half)]),
  )
  return (
    <form method="post" action={to(paths.bookDay(office, day.id))}>
      <Hidden codes={codes} clientKey={keyOf(filled)} />
      <TimeChips free={free} hours={day.hours} filled={filled} waits={waits} />
      <PhoneField filled={filled} />
      <button class="button">{w.bookingPages.time.hold}</button>
    </form>
  )
}

/** The key that the form was first shown with, so that a second press is the same command. */
export function keyOf(filled: Filled): string {
  const key = filled.values['khoa']
  return typeof key === 'string' && key !== '' ? key : randomUUID()
}
