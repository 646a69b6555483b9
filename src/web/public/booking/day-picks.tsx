import type { BookableDay } from '#src/modules/queue/index.ts'
import { sayDate, sayTime } from '../../dates.ts'
import { sayHours } from '../../say-hours.ts'
import { CalendarLeaf } from '../../ui/calendar-leaf.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** So few free times are counted out. */
const few = 6

type Props = {
  days: BookableDay[]
  path: (serviceDayId: string) => string
  /** Whether a full day leads on too: to its waiting list. */
  waiting?: boolean
}

/**
 * The days as calendar leaves, each a button of the form around that leads on with all that is ticked
 * in it.
 */
export function DayPicks({ days, path, waiting = false }: Props) {
  const { lang, to } = useView()
  return (
    <>
      {days.map((day) => {
        const inside = <Inside day={day} waiting={waiting} />
        return day.state === 'free' || (waiting && day.state === 'full') ? (
          <button class="day-pick" formaction={to(path(day.serviceDayId))}>
            {inside}
          </button>
        ) : (
          <div class="day-pick" aria-label={sayDate(lang, day.date)} role="group">
            {inside}
          </div>
        )
      })}
    </>
  )
}

type InsideProps = { day: BookableDay; waiting: boolean }

function Inside({ day, waiting }: InsideProps) {
  const { lang } = useView()
  return (
    <>
      <CalendarLeaf date={day.date} />
      <span>
        <b>{sayHours(lang, day.hours)}</b>
        <br />
        <Vietnamese text={day.venueName} />
        <br />
        <State day={day} waiting={waiting} />
      </span>
    </>
  )
}

function State({ day, waiting }: InsideProps) {
  const { lang, w } = useView()
  const said = w.bookingPages.choose
  if (day.state === 'full') return <Tag tone="sun">{waiting ? said.fullWait : said.full}</Tag>
  if (day.state !== 'free') return <Tag tone="plain">{said.shut}</Tag>
  return (
    <Tag>
      {day.freeTimes <= few ? said.few({ count: day.freeTimes }) : said.free}
      {day.firstFree && `, ${said.from({ time: sayTime(lang, day.firstFree) })}`}
    </Tag>
  )
}
