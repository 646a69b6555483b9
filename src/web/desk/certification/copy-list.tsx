import type { Copy, CopyState } from '#src/modules/certification/index.ts'
import { sayInstant, sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

export const stateTones: Record<CopyState, Tone> = {
  asked: 'sun',
  compared: 'sun',
  returned: 'hot',
  approved: 'sun',
  issued: 'leaf',
  annulled: 'hot',
  revoked: 'hot',
}

/** Copies in short, each leading to its page. */
export function CopyList({ copies, empty }: { copies: readonly Copy[]; empty: string }) {
  const { w, to } = useView()
  const words = w.deskCertification
  if (copies.length === 0) return <p class="quiet-text">{empty}</p>
  return (
    <ul class="tasks requests">
      {copies.map((copy) => (
        <li>
          <div>
            <a href={to(paths.copy(copy.id))}>
              <Vietnamese text={copy.originalName} />
            </a>
            <CopyLine copy={copy} />
          </div>
          <p class="tags">
            {copy.delivered && <Tag tone="plain">{words.copy.delivered}</Tag>}
            <Tag tone={stateTones[copy.state]}>{w.certification.states[copy.state]}</Tag>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** For whom, what kind, under which number, what it costs: one line. */
export function CopyLine({ copy }: { copy: Copy }) {
  const { lang, w } = useView()
  const words = w.deskCertification
  const facts = [
    w.certification.media[copy.medium],
    copy.numbered && words.numbered(copy.numbered),
    words.pages({ count: copy.originalPages }),
    words.copies({ count: copy.copies }),
    copy.exemptReason ? words.free : sayMoney(copy.feeVnd),
    words.queue.asked({ at: sayInstant(lang, copy.asked.at) }),
  ]
  return (
    <span>
      <Vietnamese text={copy.requesterName} /> · {facts.filter(Boolean).join(' · ')}
    </span>
  )
}
