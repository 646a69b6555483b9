import {
  vneidBlocks,
  vneidSteps,
  type VneidBlock,
  type VneidStep,
} from '#src/modules/requests/index.ts'
import { paths } from '../paths.ts'
import { Select } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/**
 * The steps to the person's own VNeID, and which of them stopped them. Nothing secret is asked for:
 * the person types passwords and codes themself.
 */
export function VneidHelp(view: RequestView) {
  const { request, mayWork } = view
  const { w } = useView()
  const { vneid } = w.deskRequest
  const done = request.vneid.filter((it) => it.state === 'done').length
  const stuck = request.vneid.some((it) => it.state === 'blocked')
  return (
    <section id="vneid" aria-labelledby="vneid-la">
      <h2 id="vneid-la">{vneid.title}</h2>
      <details open={stuck || view.filled.errors['vneid.reason'] !== undefined || undefined}>
        <summary>{vneid.progress({ done, of: vneidSteps.length })}</summary>
        <p class="hint">{vneid.never}</p>
        <ul class="papers check">
          {vneidSteps.map((step) => (
            <Step step={step} view={view} open={mayWork && !request.endedAt} />
          ))}
        </ul>
      </details>
    </section>
  )
}

function Step({ step, view, open }: { step: VneidStep; view: RequestView; open: boolean }) {
  const { w, to } = useView()
  const { vneid } = w.deskRequest
  const at = view.request.vneid.find((it) => it.step === step)
  const name = w.requests.vneidSteps[step]
  const reasons: readonly VneidBlock[] = vneidBlocks[step]
  const field = `vneid.reason-${step}`
  return (
    <li>
      <div>
        <b>{name}</b> {at?.state === 'done' && <Tag>{vneid.done}</Tag>}
        {at?.state === 'blocked' && at.reason && (
          <>
            <Tag tone="hot">{vneid.stuck({ why: w.requests.vneidBlocks[at.reason].name })}</Tag>
            <span class="hint">{w.requests.vneidBlocks[at.reason].help}</span>
          </>
        )}
      </div>
      {open && (
        <form
          method="post"
          action={to(paths.requestDo(view.request.id, 'vneid'))}
          class="small-forms"
        >
          <input type="hidden" name="step" value={step} />
          {at?.state !== 'done' && (
            <button class="pick" name="state" value="done" aria-label={`${vneid.done}: ${name}`}>
              {vneid.done}
            </button>
          )}
          <details>
            <summary aria-label={`${vneid.blocked}: ${name}`}>{vneid.blocked}</summary>
            <Select
              name={field}
              label={vneid.why}
              filled={view.filled}
              options={reasons.map((it) => ({ value: it, label: w.requests.vneidBlocks[it].name }))}
            />
            <button class="button quiet" name="state" value="blocked">
              {vneid.save}
            </button>
          </details>
        </form>
      )}
    </li>
  )
}
