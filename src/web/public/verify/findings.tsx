import type { Finding } from '#src/outside/pades/inspect/finding.ts'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { plainText } from './plain-text.ts'

const order = ['fails', 'doubts', 'notes'] as const
const tones = { fails: 'hot', doubts: 'sun', notes: 'plain' } as const

/** What was found, the worst first, each with the page where it is. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { w } = useView()
  const said = w.verifyPages
  if (findings.length === 0) return <p>{said.nothingFound}</p>
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return (
    <ul class="found">
      {sorted.map((it) => (
        <li>
          <Tag tone={tones[it.severity]}>{said.severities[it.severity]}</Tag>{' '}
          <FindingText finding={it} />
          {it.detail !== undefined && <span class="hint"> ({plainText(it.detail)})</span>}
        </li>
      ))}
    </ul>
  )
}

/** The sentence of a finding, its page before it. */
export function FindingText({ finding: { code, page } }: { finding: Finding }) {
  const { w } = useView()
  return (
    <>
      {page !== undefined && <b>{capital(w.verify.page(page))}: </b>}
      {w.verify.findings[code]}
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
