import type { Child } from 'hono/jsx'
import type { NearTime } from '#src/modules/queue/index.ts'
import { sayDate, sayTime } from '../../dates.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { clockOf } from './clock-of.ts'

type Props = {
  near: NearTime[]
  /** Where the form of a time of this day is sent. */
  action: (serviceDayId: string) => string
  /** All else that was said already, carried along. */
  children?: Child
}

/** Free times near the one that is gone, each taken with one press. */
export function NearestTimes({ near, action, children }: Props) {
  const { lang, w, to } = useView()
  const said = w.bookingPages.time
  if (near.length === 0) return null
  return (
    <Notice tone="sun">
      <p>{said.nearest}</p>
      {near.map((it) => (
        <form method="post" action={to(action(it.serviceDayId))}>
          {children}
          <button class="button quiet" name="gio" value={clockOf(it.start)}>
            {said.take({ time: sayTime(lang, it.start), date: sayDate(lang, it.date) })}
          </button>
        </form>
      ))}
    </Notice>
  )
}
