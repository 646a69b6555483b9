import { paths } from '../../paths.ts'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import type { Queue } from './read-queue.ts'

/** On the desk's first page: how many certified copies wait for which hand of the desk. */
export function CopiesWaiting({ queue }: { queue: Queue }) {
  const { w, to } = useView()
  const words = w.deskCertification.queue
  const steps = (['returned', 'toCompare', 'toSeal', 'toDeliver'] as const).filter(
    (it) => queue[it].length > 0,
  )
  if (steps.length === 0) return null
  return (
    <div class="due">
      <a href={to(paths.copies())}>{words.title}</a>
      <p class="tags">
        {steps.map((it) => (
          <Tag tone="sun">
            {words[it]}: {queue[it].length}
          </Tag>
        ))}
      </p>
    </div>
  )
}
