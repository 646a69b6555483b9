import type { Office } from '#src/modules/offices/index.ts'
import type { BoardCall } from '#src/modules/queue/index.ts'
import { asset } from '../assets.ts'
import { clockOf } from '../live-clock.ts'
import { sayClock } from '../say-hours.ts'
import { callClips } from '../speech/clips.ts'
import { Mark } from '../ui/mark.tsx'
import { useView } from '../view.ts'
import { NotNow } from './not-now.tsx'
import type { Hall } from './read-hall.ts'
import { splitCalls } from './split-calls.ts'

type Props = { office: Office; hall: Hall; now: Date }

/** All that the board shows: the same when the page is first painted and after every change. */
export function BoardView({ office, hall, now }: Props) {
  const { lang, w } = useView()
  const { clock, at } = clockOf(lang, now)
  const programme =
    hall.kind === 'open' && { vi: hall.day.programme.nameVi, en: hall.day.programme.nameEn }[lang]
  return (
    <>
      <header class="board-head">
        <Mark />
        <p>
          {programme && <b>{programme}</b>}
          <span>{office.name[lang]}</span>
        </p>
        <time data-clock>{clock}</time>
      </header>
      <main id="noi-dung" tabindex={-1} class="board-main">
        <h1 class="unseen">{w.board.title}</h1>
        {hall.kind === 'open' ? <Calls calls={hall.board.calls} /> : <NotNow hall={hall} />}
      </main>
      <footer class="board-foot">
        <p>
          <Waiting hall={hall} />
        </p>
        <p>
          {hall.kind === 'open' && <span>{w.board.lost}</span>}
          <span data-says-at={w.board.asOf}>{w.board.asOf.replace('%', at)}</span>
        </p>
      </footer>
    </>
  )
}

function Calls({ calls }: { calls: BoardCall[] }) {
  const { w } = useView()
  const { now, before } = splitCalls(calls)
  if (now.length === 0)
    return (
      <section class="board-still">
        <p class="board-large">{w.board.nobody}</p>
        <p>{w.board.nobodyHint}</p>
      </section>
    )
  return (
    <div class="board-calls">
      <ul class="board-now" data-count={now.length}>
        {now.map((call) => (
          <li {...aloud(call)}>
            <span>{w.board.call}</span>
            <b data-signs={call.code.length}>{call.code}</b>
            <strong>{w.board.counter({ number: call.counter })}</strong>
          </li>
        ))}
      </ul>
      {before.length > 0 && (
        <section class="board-before">
          <h2>{w.board.lately}</h2>
          <ul>
            {before.map((call) => (
              <li {...aloud(call)}>
                <b>{call.code}</b>
                <span>{w.board.counter({ number: call.counter })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** What the island `call-sound` says of somebody who is still awaited: since when, by which recordings. */
function aloud(call: BoardCall) {
  if (call.serving) return {}
  return {
    'data-call': call.callId,
    'data-called-at': String(call.at.getTime()),
    'data-clips': callClips(call)
      .map((clip) => asset(`speech-${clip}.mp3`))
      .join(' '),
  }
}

function Waiting({ hall }: { hall: Hall }) {
  const { lang, w } = useView()
  if (hall.kind !== 'open') return null
  const { waiting, waitMinutes } = hall.board
  return (
    <>
      {hall.moment.kind === 'lunch' && (
        <b>{w.board.lunch({ time: sayClock(lang, hall.moment.at) })}</b>
      )}
      <span>{waiting === 0 ? w.board.nobodyWaits : w.board.waiting({ number: waiting })}</span>
      {waiting > 0 && waitMinutes && <span>{w.board.minutes(waitMinutes)}</span>}
    </>
  )
}
