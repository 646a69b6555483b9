import type { ProxyJudgement } from '#src/modules/catalogue/index.ts'
import { FeeFact, ByMethod } from '../public/procedure-facts.tsx'
import { Papers } from '../public/papers.tsx'
import { sayTimeLimit } from '../say-time-limit.ts'
import { Notice, Summary } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { Draft, Need } from './receive-draft.ts'
import { relationOf } from './receive-typed.ts'

/** All that the officer can say at once: who decides, how long, whether the proxy may come, which papers. */
export function ReceiveAdvice({ draft }: { draft: Draft }) {
  const { w } = useView()
  const { advice } = w.desk
  return (
    <section class="column aside" id="can-biet" aria-labelledby="can-biet-la">
      <h2 id="can-biet-la">{advice.title}</h2>
      {draft.need ? <Known need={draft.need} draft={draft} /> : <p>{advice.chooseFirst}</p>}
    </section>
  )
}

function Known({ need, draft }: { need: Need; draft: Draft }) {
  const { lang, w } = useView()
  const { advice } = w.desk
  const { version, checklist } = need
  return (
    <>
      {relationOf(draft.values) !== 'self' && <Judgement judged={need.judged} />}
      <Summary
        rows={[
          [
            advice.authority,
            version.authority ? (
              <Told said={version.authority.name} />
            ) : (
              version.authorityText && <Vietnamese text={version.authorityText} />
            ),
          ],
          [
            advice.time,
            <ByMethod
              rows={version.channels.map((it) => [it.method, sayTimeLimit(lang, it.time)])}
            />,
          ],
          [advice.fee, <FeeFact fees={need.fees} />],
        ]}
      />
      {version.officerAsks.length > 0 && (
        <>
          <h3>{advice.ask}</h3>
          <ul>
            {version.officerAsks.map((it) => (
              <li>
                <Told said={it} />
              </li>
            ))}
          </ul>
        </>
      )}
      {version.warnings.map((it) => (
        <Notice tone="sun">
          <p>
            <Told said={it} />
          </p>
        </Notice>
      ))}
      <div id="giay-to">
        <h3>{advice.papers({ count: checklist.papers.length })}</h3>
        {checklist.open.length > 0 && (
          <p class="quiet-text">{advice.openQuestions({ count: checklist.open.length })}</p>
        )}
        <Papers papers={checklist.papers} />
        {need.judged.proof !== 'none' && <p>{w.requests.proxyPapers[need.judged.proof]}</p>}
      </div>
    </>
  )
}

/** Whether the one who comes may act for the other, and with which paper. */
function Judgement({ judged }: { judged: ProxyJudgement }) {
  const { w } = useView()
  const { advice } = w.desk
  return (
    <Notice
      tone={judged.allowed ? 'leaf' : 'hot'}
      title={judged.allowed ? advice.mayActFor : advice.mayNotActFor}
    >
      <p>{w.catalogue.proxyReasons[judged.why]}</p>
      {judged.allowed && <p>{w.catalogue.proofs[judged.proof]}.</p>}
    </Notice>
  )
}
