import { sayStep } from '#src/modules/calendar/index.ts'
import type { Person } from '#src/modules/requests/index.ts'
import { sayDate, sayInstant, shortDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { Field } from '../ui/field.tsx'
import { Summary } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/** For whom, who came, with which proof, who decides, when it is due and why then. */
export function RequestFacts(view: RequestView) {
  const { request } = view
  const { lang, w } = useView()
  const { facts } = w.deskRequest
  const self = request.relation === 'self'
  return (
    <Summary
      rows={[
        [facts.subject, <PersonFacts person={request.subject} view={view} />],
        [
          facts.requester,
          self ? (
            facts.themself
          ) : (
            <PersonFacts
              person={request.requester}
              view={view}
              relation={w.catalogue.relations[request.relation].toLowerCase()}
            />
          ),
        ],
        [facts.proof, !self && w.requests.proofs[request.proof]],
        [facts.home, <Home request={request} />],
        [facts.authority, <Told said={request.authorityName} />],
        [
          facts.filed,
          request.filedAt && (
            <>
              <b>{request.externalCode}</b>
              <p class="hint">
                {sayInstant(lang, request.filedAt)}
                {request.portal && ` · ${w.requests.portals[request.portal]}`}
                {request.channel && ` · ${w.requests.channels[request.channel]}`}
                {request.filingHelp && ` · ${w.requests.filingHelps[request.filingHelp]}`}
              </p>
            </>
          ),
        ],
        [facts.due, <DueFact {...view} />],
        [facts.delivery, request.resultDelivery && w.requests.deliveries[request.resultDelivery]],
        [
          facts.handedOver,
          request.handedOver && (
            <>
              <Vietnamese text={request.handedOver.toName} /> (
              {w.catalogue.relations[request.handedOver.toRelation].toLowerCase()}) ·{' '}
              {sayInstant(lang, request.handedOver.at)}
            </>
          ),
        ],
        [facts.ended, request.endReason && <Vietnamese text={request.endReason} />],
        [
          facts.received,
          <>
            {sayInstant(lang, request.receivedAt)}
            <p class="hint">
              {w.requests.coming[request.came]}
              {view.heard?.channel && ` · ${w.reach.channels[view.heard.channel]}`}
              {request.helperId && ` · ${view.officers.get(request.helperId) ?? ''}`}
              {view.visitCode !== null && ` · ${w.deskLine.visit.of({ code: view.visitCode })}`}
            </p>
          </>,
        ],
      ]}
    />
  )
}

function Home({ request }: Pick<RequestView, 'request'>) {
  const { w } = useView()
  const named = [request.home.commune, request.home.province].filter(Boolean).join(', ')
  return (
    <>
      {named ? <Vietnamese text={named} /> : w.requests.homes[request.homeKind]}
      {named && <p class="hint">{w.requests.homes[request.homeKind]}</p>}
    </>
  )
}

/** While the clock stands still there is no date, only what is awaited since when. */
function DueFact({ request }: RequestView) {
  const { lang, w } = useView()
  const { facts } = w.deskRequest
  if (!request.filedAt) return <>{facts.notFiled}</>
  const say = {
    date: (date: Temporal.PlainDate) => sayDate(lang, date),
    instant: (at: Date) => sayInstant(lang, at),
  }
  return (
    <>
      {request.stopped ? (
        <>
          {facts.stopped({ since: sayInstant(lang, request.stopped.since) })}
          <p class="hint">
            {facts.askedFor} <Vietnamese text={request.stopped.askedFor} />
          </p>
        </>
      ) : request.dueOn ? (
        <span class={request.overdue ? 'late' : undefined}>{sayDate(lang, request.dueOn)}</span>
      ) : (
        facts.noTime
      )}
      {request.dueExplained.length > 0 && (
        <details>
          <summary>{facts.how}</summary>
          <ol class="hint">
            {request.dueExplained.map((step) => (
              <li>{sayStep(lang, step, say)}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

type PersonFactsProps = { person: Person; view: RequestView; relation?: string }

/** A person with numbers masked, and the way to the whole ones for who has a reason. */
function PersonFacts({ person, view, relation }: PersonFactsProps) {
  const { w, to } = useView()
  const { people } = w.desk
  const { facts } = w.deskRequest
  const shown = view.revealed?.personId === person.id ? view.revealed : null
  const born = person.birthDate ? shortDate(person.birthDate) : person.birthYear
  const said = [
    born && people.born({ when: String(born) }),
    (shown?.idNumber ?? person.idNumberMasked) &&
      people.idNumber({ masked: shown?.idNumber ?? person.idNumberMasked ?? '' }),
    (shown?.phone ?? person.phoneMasked) &&
      people.phone({ masked: shown?.phone ?? person.phoneMasked ?? '' }),
  ].filter(Boolean)
  const name = `xem-so.reason-${person.id}`
  return (
    <>
      {person.fullName}
      {relation && ` (${relation})`}
      <p class="hint">{said.join(' · ')}</p>
      {shown && <p class="hint">{facts.revealed}</p>}
      {!shown && view.mayReveal && (person.idNumberMasked || person.phoneMasked) && (
        <details open={view.filled.errors[name] !== undefined}>
          <summary>{facts.reveal}</summary>
          <form method="post" action={to(paths.requestDo(view.request.id, 'xem-so'))}>
            <input type="hidden" name="personId" value={person.id} />
            <Field name={name} label={facts.revealReason} filled={view.filled} maxlength={300} />
            <button class="button quiet">{facts.revealButton}</button>
          </form>
        </details>
      )}
    </>
  )
}
