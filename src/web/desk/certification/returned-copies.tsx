import { paths } from '../../paths.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { noScan } from './ask-copy.tsx'
import { CopyLine } from './copy-list.tsx'
import type { InWork } from './read-queue.ts'

/** What the chairman gave back, with why: somebody waits for it, and the desk must act. */
export function ReturnedCopies({ items }: { items: InWork[] }) {
  const { w, to } = useView()
  const words = w.deskCertification.queue
  if (items.length === 0) return null
  return (
    <section>
      <h2>
        {words.returned}
        <span class="quiet-text"> · {words.waits({ count: items.length })}</span>
      </h2>
      <p class="hint">{words.returnedHint}</p>
      <ul class="tasks requests">
        {items.map(({ copy }) => (
          <li>
            <div>
              <a href={to(paths.requestCopies(copy.requestId, copy.paperId ?? noScan))}>
                {words.askAgain}: <Vietnamese text={copy.originalName} />
              </a>
              <CopyLine copy={copy} />
              {copy.ended && (
                <span class="late">
                  <Vietnamese text={copy.ended.reason} />
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
