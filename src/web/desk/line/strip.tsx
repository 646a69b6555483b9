import { paths } from '../../paths.ts'
import { CommandForm } from './command-form.tsx'
import { sayMoment, useLine } from './line-view.ts'

/** The first thing on the page: whether what it shows is everybody's line or only this machine's. */
export function Strip() {
  const { state, said, to, link } = useLine()
  const mine = state.counters.find((it) => it.id === state.counterId)
  return (
    <div class={`line-strip ${link}`}>
      <p role="status">
        <StripState />
      </p>
      <p class="line-strip-time">
        <StripTime />
      </p>
      {mine && (
        <div class="line-strip-counter">
          <b>{said.counter({ number: mine.number })}</b>
          <CommandForm deed="stand">
            <button class="link-button">{said.sit.stand}</button>
          </CommandForm>
        </div>
      )}
      {link === 'signed_out' && (
        <a href={to(paths.signIn())} target="_blank" rel="noopener">
          {said.strip.signIn}
        </a>
      )}
    </div>
  )
}

/** Read aloud when it changes; the minute beside it is not. */
function StripState() {
  const { state, said, link, pending, hasSeries } = useLine()
  const { strip } = said
  if (link === 'still') return <b>{strip.still}</b>
  if (link === 'joined')
    return (
      <>
        <b>{strip.joined}</b>
        {!state.dayOpen && ` · ${strip.dayClosed}`}
      </>
    )
  if (link === 'joining') return <b>{strip.joining}</b>
  if (link === 'signed_out')
    return (
      <>
        <b>{strip.signedOut}</b>
        {pending.length > 0 && ` — ${strip.kept({ count: pending.length })}`}
      </>
    )
  return (
    <>
      <b>{strip.off}</b> <StripSince /> — {strip.onTheSpot},{' '}
      {strip.notJoined({ count: pending.length })}
      {!hasSeries && <span>. {strip.noSeries}</span>}
    </>
  )
}

function StripSince() {
  const { said, lang, offSince, state } = useLine()
  return <>{said.strip.since({ time: sayMoment(lang, offSince ?? state.asOf) })}</>
}

function StripTime() {
  const { state, said, lang, link, now, to } = useLine()
  const { strip } = said
  if (link === 'still')
    return (
      <>
        {strip.asOf({ time: sayMoment(lang, state.asOf) })}{' '}
        <a href={to(paths.deskLine())}>{strip.reload}</a>
      </>
    )
  if (link === 'joined') return <>{strip.asOf({ time: sayMoment(lang, now) })}</>
  return <>{sayMoment(lang, now)}</>
}
