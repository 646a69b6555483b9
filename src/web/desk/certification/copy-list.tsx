import type { Copy, CopyState } from '#src/modules/certification/index.ts'
import { sayInstant, sayMoney } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Tag, type Tone } from '../../ui/pieces.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

const stateTones: Record<CopyState, Tone> = {
  asked: 'sun',
  compared: 'sun',
  returned: 'hot',
  approved: 'sun',
  issued: 'leaf',
  annulled: 'hot',
  revoked: 'hot',
}

/** How far a copy got; one on paper is signed by hand after it has its number. */
export function StateTag({ copy }: { copy: Copy }) {
  const { w } = useView()
  const { delivered, numberGiven } = w.deskCertification.copy
  const issued = copy.delivered ? delivered : copy.medium === 'paper' ? numberGiven : null
  const said = copy.state === 'issued' ? issued : null
  return <Tag tone={stateTones[copy.state]}>{said ?? w.certification.states[copy.state]}</Tag>
}

/** Copies in short, each leading to its page. */
export function CopyList({ copies, empty }: { copies: readonly Copy[]; empty: string }) {
  const { to } = useView()
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
            <StateTag copy={copy} />
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
