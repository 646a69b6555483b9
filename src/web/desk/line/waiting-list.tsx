import { CommandForm, Pick, Press } from './command-form.tsx'
import type { Gone, Held, Waiting } from './line-state.ts'
import { minutesBetween, sayMinutes, sayMoment, useLine, type LineView } from './line-view.ts'
import { SendAway } from './served.tsx'
import { inOthersShare } from './share.ts'
import { SaidBefore, VisitorTags, WhatFor } from './visitor.tsx'

/** The line in its order, each with why they stand where they stand; below it who is set aside. */
export function TheLine() {
  const { state, said } = useLine()
  const { waiting, held, left, estimate } = state
  return (
    <section class="column" aria-label={said.line.title}>
      <h2>
        {said.line.title}
        <span class="quiet-text">
          {' · '}
          {said.line.waiting({ count: waiting.length })}
          {waiting.length > 0 && estimate && ` · ${said.line.estimate(estimate)}`}
        </span>
      </h2>
      {waiting.length === 0 ? (
        <p class="quiet-text">{said.line.empty}</p>
      ) : (
        <ol class="line-list">
          {waiting.map((it) => (
            <WaitingRow key={it.id} it={it} />
          ))}
        </ol>
      )}
      {held.length > 0 && (
        <>
          <h2>{said.line.held}</h2>
          <ul class="line-list">
            {held.map((it) => (
              <HeldRow key={it.id} it={it} />
            ))}
          </ul>
        </>
      )}
      {left.length > 0 && (
        <>
          <h2>{said.line.left}</h2>
          <ul class="line-list">
            {left.map((it) => (
              <LeftRow key={it.id} it={it} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function WaitingRow({ it }: { it: Waiting }) {
  const view = useLine()
  const { state, said, now, link } = view
  const { deeds, line } = said
  const mine = state.counters.find((counter) => counter.id === state.counterId)
  const other = link === 'off' ? inOthersShare(state, it) : null
  return (
    <li>
      <span class="line-code">{it.code}</span>
      <div class="line-who">
        <b>{it.name ?? <WhatFor visitor={it} />}</b>
        {it.name !== null && (
          <span>
            <WhatFor visitor={it} />
          </span>
        )}
        <small>
          {whyThere(view, it)} · {line.waits({ minutes: minutesBetween(it.takenAt, now) })}
        </small>
        <SaidBefore visitor={it} />
        <VisitorTags visitor={it} missed={it.missed} />
      </div>
      <div class="line-do">
        {other === null ? (
          mine && (
            <Press
              deed="call"
              visit={it.id}
              label={deeds.call}
              about={deeds.callNamed({ code: it.code })}
              small
            />
          )
        ) : (
          <details key="share">
            <summary>{line.share({ number: other })}</summary>
            <Press
              deed="call"
              visit={it.id}
              label={deeds.callAnyway}
              about={deeds.callNamed({ code: it.code })}
              small
            />
          </details>
        )}
        <details key="more" name="viec-khac">
          <summary aria-label={deeds.moreNamed({ code: it.code })}>{deeds.more}</summary>
          <div class="line-more">
            <CommandForm deed="priority" visit={it.id} class="line-row">
              <Pick
                name="priority"
                id={`uu-tien-${it.id}`}
                label={deeds.priority}
                empty={deeds.noPriority}
                chosen={it.priority}
                options={state.rules.priorities.map((one) => [one, state.priorities[one]])}
              />
              <button class="button quiet">{deeds.change}</button>
            </CommandForm>
            <SendAway visit={it.id} />
          </div>
        </details>
      </div>
    </li>
  )
}

/** Why somebody stands where they stand, by the rules that the hall can read too. */
function whyThere({ state, said, lang }: LineView, it: Waiting): string {
  const { line } = said
  const { rules } = state
  const passedTo = state.counters.find((counter) => counter.id === it.forCounterId)
  const why = [
    it.bookedAt === null
      ? line.took({ time: sayMoment(lang, it.takenAt) })
      : line.bookedIn({ time: sayMinutes(lang, it.bookedAt) }),
  ]
  if (it.priority && it.missed === 0 && rules.priorityHeadStartMinutes > 0)
    why.push(line.headStart({ minutes: rules.priorityHeadStartMinutes }))
  if (it.missed > 0) why.push(line.putBack({ count: it.missed }))
  if (passedTo) why.push(line.passedTo({ number: passedTo.number }))
  return why.join(' · ')
}

function HeldRow({ it }: { it: Held }) {
  const { state, said, lang } = useLine()
  const counter = state.counters.find((one) => one.id === it.counterId)
  return (
    <li>
      <span class="line-code">{it.code}</span>
      <div class="line-who">
        <b>{it.name ?? <WhatFor visitor={it} />}</b>
        <small>
          {counter && `${said.counter({ number: counter.number })} · `}
          {said.served.since({ time: sayMoment(lang, it.since) })}
        </small>
        <VisitorTags visitor={it} />
      </div>
      <div class="line-do">
        {state.counterId !== null && (
          <Press
            deed="resume"
            visit={it.id}
            label={said.deeds.resume}
            about={`${said.deeds.resume}: ${it.code}`}
            small
          />
        )}
      </div>
    </li>
  )
}

function LeftRow({ it }: { it: Gone }) {
  const { said, lang, now } = useLine()
  const may = it.rejoinUntil !== null && it.rejoinUntil >= now
  return (
    <li>
      <span class="line-code">{it.code}</span>
      <div class="line-who">
        <b>{it.name ?? <WhatFor visitor={it} />}</b>
        <small>
          {said.line.outcomes[it.how]} · {sayMoment(lang, it.since)}
          {it.reason !== null && ` · ${it.reason}`}
          {may && ` · ${said.line.rejoinUntil({ time: sayMoment(lang, it.rejoinUntil!) })}`}
        </small>
        <VisitorTags visitor={it} />
      </div>
      <div class="line-do">
        {may && (
          <Press
            deed="rejoin"
            visit={it.id}
            label={said.deeds.rejoin}
            about={`${said.deeds.rejoin}: ${it.code}`}
            small
          />
        )}
      </div>
    </li>
  )
}
