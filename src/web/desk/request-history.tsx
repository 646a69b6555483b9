import type { RequestEvent } from '#src/modules/requests/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayInstant } from '../dates.ts'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/** What happened, newest first, each with who and when. */
export function History({ request, officers }: RequestView) {
  const { lang, w } = useView()
  const { history } = w.deskRequest
  return (
    <section id="lich-su" aria-labelledby="lich-su-la">
      <h2 id="lich-su-la">{history.title}</h2>
      <ol class="steps">
        {request.events.toReversed().map((event, i) => (
          <li class={i === 0 ? 'now' : 'done'}>
            <b>{what(w, event)}</b>
            <EventNote event={event} />
            <time datetime={event.at.toISOString()}>{sayInstant(lang, event.at)}</time>
            <span>{event.officerId ? officers.get(event.officerId) : history.bySystem}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function what(w: Words, event: RequestEvent): string {
  if (event.kind === 'status_changed' && event.status) return w.requests.statuses[event.status]
  return w.requests.events[event.kind]
}

/** A block with VNeID is kept as step and reason; both are put into words. */
function EventNote({ event }: { event: RequestEvent }) {
  const { w } = useView()
  if (!event.note) return null
  const { vneidSteps, vneidBlocks } = w.requests
  const [step = '', reason = ''] = event.note.split(':')
  if (event.kind === 'vneid_blocked' && step in vneidSteps && reason in vneidBlocks)
    return (
      <p>
        {vneidSteps[step as keyof typeof vneidSteps]}:{' '}
        {vneidBlocks[reason as keyof typeof vneidBlocks].name}
      </p>
    )
  return (
    <p>
      <Vietnamese text={event.note} />
    </p>
  )
}
