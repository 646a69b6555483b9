import { paths } from '../../paths.ts'
import { Tag } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { CopyLine } from './copy-list.tsx'
import { JobTag } from './job-tag.tsx'
import type { InWork } from './read-queue.ts'

/** So many are shown; whoever has more works them off from the oldest. */
const most = 50

/** Copies at one step, each leading to where that step is done. */
export function QueueGroup({
  title,
  items,
  deed,
}: {
  title: string
  items: InWork[]
  deed: string
}) {
  const { w, to } = useView()
  const words = w.deskCertification
  if (items.length === 0) return null
  return (
    <section>
      <h2>
        {title}
        <span class="quiet-text"> · {words.queue.waits({ count: items.length })}</span>
      </h2>
      <ul class="tasks requests">
        {items.slice(0, most).map(({ copy, job }) => (
          <li>
            <div>
              <a href={to(paths.copy(copy.id))}>
                {deed}: <Vietnamese text={copy.originalName} />
              </a>
              <CopyLine copy={copy} />
            </div>
            <p class="tags">
              {copy.medium === 'paper' && <Tag tone="plain">{w.certification.media.paper}</Tag>}
              <JobTag job={job} />
            </p>
          </li>
        ))}
      </ul>
      {items.length > most && (
        <p class="more">{words.queue.more({ count: items.length - most })}</p>
      )}
    </section>
  )
}
