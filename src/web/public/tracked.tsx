import type { Office } from '#src/modules/offices/index.ts'
import type { TrackedRequest } from '#src/modules/requests/index.ts'
import { sayDate } from '../dates.ts'
import { paths } from '../paths.ts'
import { shorten } from '../shorten.ts'
import { Notice, Summary } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView, type View } from '../view.ts'
import { TrackedSteps } from './tracked-steps.tsx'

type Props = { office: Office; request: TrackedRequest }

/** Where a request stands: what it is, what the person must do, when it is due, each step. */
export function Tracked({ office, request }: Props) {
  const view = useView()
  const { lang, w, to } = view
  const { track } = w.public
  return (
    <>
      <h1>
        <Told said={shorten(request.procedureName)} />
      </h1>
      <p>
        <span class="code">{request.code}</span>
      </p>
      <Now request={request} />
      <Summary
        rows={[
          [track.due, sayDue(request, view)],
          [track.authority, <Told said={request.authorityName} />],
          [track.externalCode, request.externalCode],
          [track.received, sayDate(lang, request.receivedOn)],
          [track.for, request.subjectInitials],
        ]}
      />
      <h2>{track.steps}</h2>
      <TrackedSteps request={request} />
      {request.ratingToken !== null && (
        <p>
          <a class="button quiet" href={to(paths.rate(office.slug, request.ratingToken))}>
            {track.rate}
          </a>
          <br />
          <span class="hint">{track.rateHint}</span>
        </p>
      )}
    </>
  )
}

/** One glance: the stage, and what the person has to do now. */
function Now({ request }: { request: TrackedRequest }) {
  const { track } = useView().w.public
  const { stage, askedFor, endReason, missing } = request
  const tone =
    stage === 'refused' || stage === 'stopped'
      ? 'hot'
      : request.waitingFor === 'citizen' || stage === 'result_waiting'
        ? 'sun'
        : 'leaf'
  return (
    <Notice tone={tone} title={track.stages[stage]}>
      {endReason !== null && (
        <p>
          {track.reason} <Vietnamese text={endReason} />
        </p>
      )}
      <p>
        <b>{track.needed}:</b> {track.whatToDo[stage]}
      </p>
      {askedFor !== null && (
        <p>
          {track.asked} <Vietnamese text={askedFor} />
        </p>
      )}
      {missing.length > 0 && (
        <>
          <p>{track.missing}:</p>
          <ul>
            {missing.map((paper) => (
              <li>
                <Told said={paper} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}

/** When the result is due; null once that no longer matters. */
function sayDue(request: TrackedRequest, { lang, w }: View) {
  const { track } = w.public
  if (request.waitingFor === 'nobody' || request.stage === 'result_waiting') return null
  if (request.stage === 'supplement' || request.stage === 'payment') return track.clockStopped
  if (!request.dueOn) return request.filedOn ? track.noDue : track.noDueBefore
  return (
    <>
      {sayDate(lang, request.dueOn)}
      {request.overdue && <p class="late">{track.overdue}</p>}
    </>
  )
}
