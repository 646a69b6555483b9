import type { RequestSummary, Stage } from '#src/modules/requests/index.ts'
import { paths } from '../paths.ts'
import { shorten } from '../shorten.ts'
import { Tag, type Tone } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** What a stage asks of the eye: rice is what is now, tile is what went wrong. */
export const stageTone: Record<Stage, Tone> = {
  preparing: 'sun',
  ready: 'leaf',
  filed: 'plain',
  supplement: 'sun',
  payment: 'sun',
  result_waiting: 'leaf',
  handed_over: 'plain',
  refused: 'hot',
  withdrawn: 'plain',
  stopped: 'hot',
}

/** A request as one line of a list: for what and for whom, and where it stands. */
export function RequestLine({
  request,
  visitCode,
}: {
  request: RequestSummary
  /** The number of the visit during which it was received. */
  visitCode?: string | undefined
}) {
  const { w, to } = useView()
  const { desk, requests } = w
  return (
    <li>
      <div>
        <a href={to(paths.request(request.id))}>
          <Told said={shorten(request.procedureName, 90)} /> · {request.subjectName}
        </a>
        <span>
          {request.code} ·{' '}
          {visitCode !== undefined && `${w.deskLine.visit.of({ code: visitCode })} · `}
          {request.relation === 'self'
            ? requests.homes[request.homeKind]
            : desk.actsFor({
                who: request.requesterName,
                relation: w.catalogue.relations[request.relation].toLowerCase(),
              })}
        </span>
      </div>
      <span class="tags">
        {request.overdue && <Tag tone="hot">{requests.states.overdue}</Tag>}
        <Tag tone={stageTone[request.stage]}>{requests.stages[request.stage]}</Tag>
      </span>
    </li>
  )
}
