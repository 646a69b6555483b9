import { paths } from '../../paths.ts'
import { Box, CommandForm, Key, Pick, Press } from './command-form.tsx'
import type { LineCounter, Served } from './line-state.ts'
import { minutesBetween, sayMoment, useLine } from './line-view.ts'
import { SaidBefore, VisitorTags, WhatFor } from './visitor.tsx'

/** Who is in front of me, and what I can do now. */
export function InFront({ mine }: { mine: LineCounter }) {
  const { said } = useLine()
  const { serving } = mine
  return (
    <section class="column line-front" aria-label={said.served.title}>
      {serving ? (
        <ServedCard mine={mine} served={serving} />
      ) : (
        <div class="line-card empty">
          <b>{said.served.nobody}</b>
          <span>{said.served.nobodyHint}</span>
        </div>
      )}
      <div class="pair line-deeds">
        {serving?.state === 'called' && (
          <Press
            deed="start"
            visit={serving.id}
            label={said.deeds.start}
            press={{ key: 'F4', said: 'F4' }}
          />
        )}
        <Press
          deed="next"
          label={said.deeds.next}
          press={{ key: 'F2', said: 'F2' }}
          quiet={serving?.state === 'called'}
        />
        {serving && <ServedDeeds served={serving} />}
        <Undo />
      </div>
      {serving && <ReceiveLink served={serving} />}
      {serving && <MoreDeeds served={serving} />}
    </section>
  )
}

function ServedCard({ mine, served }: { mine: LineCounter; served: Served }) {
  const { said, lang } = useLine()
  const { number } = mine
  return (
    <div class="line-card">
      <span>
        {served.state === 'called'
          ? said.served.calling({ number })
          : said.served.serving({ number })}
      </span>
      <strong class="line-number">{served.code}</strong>
      <b>{served.name ?? said.served.noName}</b>
      <span>
        <WhatFor visitor={served} />
      </span>
      <SaidBefore visitor={served} />
      <VisitorTags visitor={served} missed={served.missed} />
      <small>
        {said.served.since({ time: sayMoment(lang, served.since) })} ·{' '}
        {said.served.waited({ minutes: minutesBetween(served.takenAt, served.since) })}
        {served.state === 'called' && ` · ${said.served.calls({ count: served.calls })}`}
      </small>
    </div>
  )
}

function ServedDeeds({ served }: { served: Served }) {
  const { said } = useLine()
  const { deeds } = said
  const called = served.state === 'called'
  return (
    <>
      <Press
        deed="again"
        visit={served.id}
        label={deeds.again}
        press={{ key: 'F3', said: 'F3' }}
        quiet
      />
      {!called && (
        <Press
          deed="finish"
          visit={served.id}
          label={deeds.finish}
          press={{ key: 'F8', said: 'F8' }}
          quiet
        />
      )}
      {called && (
        <Press
          deed="absent"
          visit={served.id}
          label={deeds.absent}
          press={{ key: 'F9', said: 'F9' }}
          quiet
        />
      )}
      <Press
        deed="hold"
        visit={served.id}
        label={deeds.hold}
        press={{ key: 'F7', said: 'F7' }}
        quiet
      />
    </>
  )
}

/** Takes the last deed of my counter back, by name, so that nobody guesses what that was. */
function Undo() {
  const { state, said } = useLine()
  const { last } = state
  if (!last) return null
  const sayDid = Object.entries(said.did).find(([kind]) => kind === last.kind)?.[1]
  const what = sayDid !== undefined && last.code !== null ? sayDid({ code: last.code }) : null
  return (
    <Press
      deed="undo"
      label={what === null ? said.deeds.undo : said.deeds.undoWhat({ what })}
      press={{ key: 'Ctrl+z', said: 'Ctrl Z' }}
      small
    />
  )
}

/** The request's form filled in with what the visit knows; again for each further matter. */
function ReceiveLink({ served }: { served: Served }) {
  const { said, to, link } = useLine()
  if (served.local || link === 'off') return null
  return (
    <>
      {served.requests.length > 0 && (
        <p>
          {said.deeds.received}{' '}
          {served.requests.map((it, i) => (
            <>
              {i > 0 && ', '}
              <a href={to(paths.request(it.id))}>{it.code}</a>
            </>
          ))}
        </p>
      )}
      <p>
        <a
          class="button wide"
          href={to(paths.requestNewForVisit(served.id))}
          data-key="F6"
          target={link === 'still' ? undefined : '_blank'}
        >
          {served.requests.length > 0 ? said.deeds.receiveMore : said.deeds.receive}
          <Key said="F6" />
        </a>
        <a href={to(paths.tellHeard(served.id))} target={link === 'still' ? undefined : '_blank'}>
          {said.deeds.heard}
        </a>
      </p>
    </>
  )
}

function MoreDeeds({ served }: { served: Served }) {
  const { state, said } = useLine()
  const others = state.counters.filter((it) => it.id !== state.counterId)
  return (
    <>
      {others.length > 0 && (
        <CommandForm deed="pass" visit={served.id} class="line-row">
          <Pick
            name="toCounter"
            id="chuyen-quay"
            label={said.deeds.passTo}
            options={others.map((it) => [
              it.id,
              said.counter({ number: it.number }) +
                (it.officer === null ? ` (${said.line.nobodySits})` : ''),
            ])}
          />
          <button class="button quiet">{said.deeds.pass}</button>
        </CommandForm>
      )}
      <SendAway visit={served.id} />
    </>
  )
}

export function SendAway({ visit }: { visit: string }) {
  const { said } = useLine()
  return (
    <CommandForm deed="away" visit={visit} class="line-row">
      <Box
        name="reason"
        id={`ly-do-${visit}`}
        label={said.deeds.sendAwayTitle}
        hint={said.deeds.reasonHint}
        maxlength={300}
      />
      <button class="button quiet">{said.deeds.sendAway}</button>
    </CommandForm>
  )
}
