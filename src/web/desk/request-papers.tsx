import { buildChecklist } from '#src/modules/catalogue/index.ts'
import type { Item } from '#src/modules/requests/index.ts'
import { paths } from '../paths.ts'
import { Radios } from '../ui/field.tsx'
import { Tag, type Tone } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

const tones: Record<Item['state'], Tone> = { missing: 'sun', have: 'leaf', not_needed: 'plain' }
const states = ['have', 'missing', 'not_needed'] as const

/** The checklist, worked off one paper at a time. */
export function RequestPapers(view: RequestView) {
  const { request, mayWork } = view
  const { w, to } = useView()
  const { papers } = w.deskRequest
  const missing = request.items.filter((it) => it.state === 'missing').length
  return (
    <section id="giay-to" aria-labelledby="giay-to-la">
      <h2 id="giay-to-la">
        {papers.title}
        {request.items.length > 0 && (
          <span class="quiet-text">
            {' '}
            · {missing === 0 ? papers.complete : papers.missing({ count: missing })}
          </span>
        )}
      </h2>
      <p>
        <a href={to(paths.requestPapers(request.id))}>{w.papers.open}</a>
        {view.mayCertify && (
          <>
            {' · '}
            <a href={to(paths.requestCopies(request.id))}>{w.deskCertification.open}</a>
          </>
        )}
      </p>
      {request.items.length === 0 && <p>{papers.none}</p>}
      <ul class="papers check">
        {request.items.map((item) => (
          <Paper item={item} requestId={request.id} open={mayWork && !request.endedAt} />
        ))}
      </ul>
      {mayWork && request.status === null && !request.endedAt && <Answers {...view} />}
    </section>
  )
}

/** The questions by which the papers were chosen; open while one is not answered. */
function Answers({ request, version, filled }: RequestView) {
  const { lang, w, to } = useView()
  const { papers } = w.deskRequest
  if (version.questions.length === 0) return null
  const open = buildChecklist(version, request.answers).open.length > 0
  return (
    <details open={open || undefined}>
      <summary>{papers.answers}</summary>
      <form method="post" action={to(paths.requestDo(request.id, 'tra-loi'))}>
        {version.questions.map((question) => (
          <Radios
            name={`tra-loi.${question.id}`}
            label={question.text[lang]}
            filled={filled}
            initial={request.answers[question.id]}
            options={question.answers.map((it) => ({ value: it.id, label: it.text[lang] }))}
          />
        ))}
        <button class="button quiet">{papers.saveAnswers}</button>
      </form>
    </details>
  )
}

function Paper({ item, requestId, open }: { item: Item; requestId: string; open: boolean }) {
  const { lang, w, to } = useView()
  const { papers } = w.deskRequest
  const count = [
    item.originals > 0 && w.public.procedure.originals({ count: item.originals }),
    item.copies > 0 && w.public.procedure.copies({ count: item.copies }),
    item.shownOnly && w.public.procedure.shown,
    item.certifiedOnline && w.public.procedure.certifiedOnline,
  ].filter((it) => it !== false)
  return (
    <li>
      <div>
        <b>
          <Told said={item.name} />
        </b>{' '}
        <Tag tone={tones[item.state]}>{w.requests.itemStates[item.state]}</Tag>
        <span class="hint">
          {count.join(', ')}
          {item.hint && count.length > 0 && '. '}
          {item.hint && <Told said={item.hint} />}
        </span>
        {item.note && (
          <span>
            <Vietnamese text={item.note} />
          </span>
        )}
      </div>
      {open && (
        <form method="post" action={to(paths.requestDo(requestId, 'giay-to'))} class="small-forms">
          <input type="hidden" name="paperId" value={item.paperId} />
          {states
            .filter((it) => it !== item.state)
            .map((state) => (
              <button
                class="pick"
                name="state"
                value={state}
                aria-label={papers.mark({
                  state: w.requests.itemStates[state],
                  paper: item.name[lang],
                })}
              >
                {w.requests.itemStates[state]}
              </button>
            ))}
        </form>
      )}
    </li>
  )
}
