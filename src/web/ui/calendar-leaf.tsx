import { sayMonth, sayWeekday } from '../dates.ts'
import { useView } from '../view.ts'

/** The leaf of a tear-off calendar: the one ornament of the house. */
export function CalendarLeaf({ date }: { date: Temporal.PlainDate }) {
  const { lang } = useView()
  return (
    <time class="leaf" datetime={date.toString()}>
      <i>{sayWeekday(lang, date.dayOfWeek)}</i>
      <b>{date.day}</b>
      <span>{sayMonth(lang, date.month)}</span>
    </time>
  )
}
