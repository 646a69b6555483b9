import type { StuckCopy } from '#src/modules/certification/index.ts'
import { wordRefusal } from '#src/words/index.ts'
import { paths } from '../../paths.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { CopyLine } from './copy-list.tsx'
import type { InWork } from './read-queue.ts'

/** Copies that have a number and wait for a person: what is in the way, and what to do about it. */
export function StuckCopies({ items, stuck }: { items: InWork[]; stuck: readonly StuckCopy[] }) {
  const { lang, w, to } = useView()
  const words = w.deskCertification.queue
  const codes = new Map(stuck.map((it) => [it.copyId, it.code]))
  if (items.length === 0) return null
  return (
    <section>
      <h2>
        {words.stuck}
        <span class="quiet-text"> · {words.waits({ count: items.length })}</span>
      </h2>
      <ul class="tasks requests">
        {items.map(({ copy }) => {
          const code = codes.get(copy.id)!
          return (
            <li>
              <div>
                <a href={to(paths.copy(copy.id))}>
                  <Vietnamese text={copy.originalName} />
                </a>
                <CopyLine copy={copy} />
                <span class="late">
                  {wordRefusal(lang, { code, params: {} })}{' '}
                  {code === 'signing.key_missing' ? words.stuckKey : words.stuckScan}
                </span>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
