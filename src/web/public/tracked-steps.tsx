import type { TrackedRequest } from '#src/modules/requests/index.ts'
import { sayInstant } from '../dates.ts'
import { Sentence, Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** What has happened, for whom it waits now, and what is still to come. */
export function TrackedSteps({ request }: { request: TrackedRequest }) {
  const { lang, w } = useView()
  const { track } = w.public
  return (
    <ol class="steps">
      {request.steps.map((step) => (
        <li class="done">
          <b>
            <Event step={step} request={request} />
          </b>
          <time datetime={step.at.toISOString()}>{sayInstant(lang, step.at)}</time>
        </li>
      ))}
      {request.waitingFor !== 'nobody' && (
        <li class="now" aria-current="step">
          <b>
            <Waiting request={request} />
          </b>
        </li>
      )}
      {stepsAhead(request).map((step) => (
        <li>{track.ahead[step]}</li>
      ))}
    </ol>
  )
}

function Waiting({ request }: { request: TrackedRequest }) {
  const { w } = useView()
  const { waiting } = w.public.track
  if (request.stage === 'result_waiting') return <>{waiting.collect}</>
  if (request.waitingFor === 'citizen' || request.waitingFor === 'desk')
    return <>{waiting[request.waitingFor]}</>
  return (
    <Sentence text={waiting.authority}>
      <Told said={request.authorityName} />
    </Sentence>
  )
}

function Event({
  step,
  request,
}: {
  step: TrackedRequest['steps'][number]
  request: TrackedRequest
}) {
  const { w } = useView()
  const { events, statuses } = w.public.track
  switch (step.kind) {
    case 'received':
    case 'extended':
    case 'handed_over':
    case 'withdrawn':
      return <>{events[step.kind]}</>
    case 'filed':
      return (
        <Sentence text={events.filed}>
          <Told said={request.authorityName} />
        </Sentence>
      )
    default:
      return <>{step.status === null ? '' : statuses[step.status]}</>
  }
}

function stepsAhead(request: TrackedRequest): ('filed' | 'result' | 'handed_over')[] {
  if (request.waitingFor === 'nobody') return []
  if (request.stage === 'result_waiting') return ['handed_over']
  return request.filedOn ? ['result', 'handed_over'] : ['filed', 'result', 'handed_over']
}
