import type { WholeServiceDay } from '#src/modules/service-days/index.ts'
import { sayHours } from '../../say-hours.ts'
import { CalendarLeaf } from '../../ui/calendar-leaf.tsx'
import { useView } from '../../view.ts'
import { listReasons } from '../about-day.tsx'

/** The leaf of the day that is being booked, the question above it, and what has changed about it. */
export function DayHead({
  day,
  title,
  hint,
}: {
  day: WholeServiceDay
  title: string
  hint?: string
}) {
  const { lang } = useView()
  return (
    <section class="day">
      <CalendarLeaf date={day.date} />
      <div>
        <h1>{title}</h1>
        <p>{sayHours(lang, day.hours)}</p>
        {hint !== undefined && <p>{hint}</p>}
        {listReasons(day).map((reason) => (
          <p>{reason}</p>
        ))}
      </div>
    </section>
  )
}
