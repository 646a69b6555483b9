import { serviceDayCan, type ServiceDay } from '#src/modules/service-days/index.ts'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

const tones: Record<ServiceDay['state'], Tone> = {
  planned: 'leaf',
  open: 'sun',
  closed: 'plain',
  cancelled: 'hot',
}

export function DayTag({ day }: { day: Pick<ServiceDay, 'state'> }) {
  const { w } = useView()
  return <Tag tone={tones[day.state]}>{w.serviceDays.states[day.state]}</Tag>
}

/** Over, and yet planned or open: somebody must say what became of it. */
export function isForgotten(day: ServiceDay, now: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(day.date, now) < 0 &&
    (serviceDayCan('cancel', day.state) || serviceDayCan('close', day.state))
  )
}
