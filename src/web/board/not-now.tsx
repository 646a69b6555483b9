import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate } from '../dates.ts'
import { sayClock, sayHours } from '../say-hours.ts'
import { useView } from '../view.ts'
import type { Hall } from './read-hall.ts'

/** Why nobody is called now, and when to come instead. */
export function NotNow({ hall }: { hall: Exclude<Hall, { kind: 'open' }> }) {
  const { lang, w } = useView()
  if (hall.kind === 'not_open')
    return (
      <section class="board-still">
        <p class="board-large">{w.board.notOpen}</p>
        <p>
          {hall.moment.kind === 'opens' || hall.moment.kind === 'lunch'
            ? w.board.opensAt({ time: sayClock(lang, hall.moment.at) })
            : w.board.opensSoon}
        </p>
      </section>
    )
  const said = { closed: w.board.closed, cancelled: w.board.cancelled, no_day: w.board.noDay }
  return (
    <section class="board-still">
      <p class="board-large">{said[hall.kind]}</p>
      <NextDay day={hall.next} />
    </section>
  )
}

function NextDay({ day }: { day: ServiceDay | null }) {
  const { lang, w } = useView()
  if (!day) return <p>{w.board.noNext}</p>
  return (
    <p>
      {w.board.next}: <b>{sayDate(lang, day.date)}</b>
      <br />
      {sayHours(lang, day.hours)}
    </p>
  )
}
