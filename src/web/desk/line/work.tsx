import { HandOut } from './hand-out.tsx'
import { Joined, NotJoined } from './joined.tsx'
import { useLine } from './line-view.ts'
import { InFront } from './served.tsx'
import { Sit } from './sit.tsx'
import { Strip } from './strip.tsx'
import { TheLine } from './waiting-list.tsx'
import { WhatFor } from './visitor.tsx'

/**
 * The whole page of the line: the same on the server, which sends it, and in the browser, which
 * goes on with it.
 */
export function LineWork() {
  const { state, notice } = useLine()
  const mine = state.counters.find((it) => it.id === state.counterId)
  return (
    <div class="line-work">
      <Strip />
      <div role="status">
        {notice && <p class={notice.tone === 'hot' ? 'notice hot' : 'notice'}>{notice.text}</p>}
      </div>
      <div class="columns three line-columns">
        {mine ? <InFront mine={mine} /> : <Sit />}
        <TheLine />
        <div class="column aside">
          <Joined />
          <NotJoined />
          {state.dayOpen && <HandOut />}
          <OtherCounters />
        </div>
      </div>
    </div>
  )
}

function OtherCounters() {
  const { state, said } = useLine()
  const others = state.counters.filter((it) => it.id !== state.counterId)
  if (others.length === 0) return null
  return (
    <section aria-label={said.line.others}>
      <h2>{said.line.others}</h2>
      <ul class="line-list">
        {others.map((it) => (
          <li key={it.id}>
            <span class="line-code">{it.serving?.code ?? '—'}</span>
            <div class="line-who">
              <b>{said.counter({ number: it.number })}</b>
              <span>{it.officer ?? said.line.nobodySits}</span>
              <small>{it.serving ? <WhatFor visitor={it.serving} /> : said.line.free}</small>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
