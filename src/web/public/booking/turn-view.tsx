import type { Turn } from '#src/modules/queue/index.ts'
import type { Words } from '#src/words/index.ts'
import { local, sayTime } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { useView } from '../../view.ts'
import { Hidden } from './hidden.tsx'

type Props = { office: string; token: string; turn: Turn; clientKey: string }

/** How far the line is for one number: the same when the page is first painted and after every change. */
export function TurnView({ office, token, turn, clientKey }: Props) {
  const { w, to } = useView()
  const said = w.bookingPages.turn
  const again = turn.mayRejoinUntil !== null && turn.mayRejoinUntil > turn.asOf
  return (
    <>
      <section class="panel">
        <h1>{said.heading({ code: turn.code })}</h1>
        <Standing turn={turn} office={office} />
      </section>
      {again && (
        <form method="post" action={to(paths.turnRejoin(office, token))}>
          <Hidden codes={[]} clientKey={clientKey} />
          <button class="button">{said.rejoin}</button>
        </form>
      )}
    </>
  )
}

function Standing({ turn, office }: Pick<Props, 'turn' | 'office'>) {
  const { w } = useView()
  const said = w.bookingPages.turn
  const { counter, outcome } = turn
  switch (turn.state) {
    case 'waiting':
      return <Waiting turn={turn} />
    case 'called':
      return (
        <>
          <p class="code big">{said.called({ counter: counter ?? 0 })}</p>
          <p>{said.calledHint}</p>
        </>
      )
    case 'serving':
      return <p class="code">{said.serving({ counter: counter ?? 0 })}</p>
    case 'hold':
      return (
        <>
          <p class="code">{said.hold}</p>
          <p>{said.holdHint}</p>
        </>
      )
    case 'left':
      return (
        <>
          <p class="code">{howLeft(turn, said)}</p>
          <p>{outcome === 'served' ? said.servedHint : <Left turn={turn} office={office} />}</p>
        </>
      )
  }
}

function Waiting({ turn }: { turn: Turn }) {
  const said = useView().w.bookingPages.turn
  if (!turn.dayOpen) return <p class="code">{said.ended}</p>
  return (
    <>
      <p class="code">{turn.ahead === 0 ? said.next : said.place({ place: turn.ahead + 1 })}</p>
      <p>{turn.waitMinutes ? said.wait(turn.waitMinutes) : said.waitUnknown}</p>
      {turn.missedCalls > 0 && <p>{said.missed}</p>}
      {turn.counter !== null && <p>{said.forCounter({ counter: turn.counter })}</p>}
      <p>{said.stay}</p>
    </>
  )
}

/** Who still waited when the day closed learns that, not that their number is over. */
function howLeft({ outcome, dayOpen }: Turn, said: Words['bookingPages']['turn']): string {
  if (outcome === null || (outcome === 'sent_elsewhere' && !dayOpen)) return said.ended
  return said.left[outcome]
}

function Left({ turn, office }: Pick<Props, 'turn' | 'office'>) {
  const { lang, w, to } = useView()
  const said = w.bookingPages.turn
  const { mayRejoinUntil: until } = turn
  if (until && until > turn.asOf)
    return <>{said.absentHint({ time: sayTime(lang, local(until)) })}</>
  if (turn.dayOpen) return <>{said.newNumber}</>
  return (
    <>
      {said.noNumbers} <a href={to(paths.book(office))}>{w.bookingPages.book}</a>
    </>
  )
}
