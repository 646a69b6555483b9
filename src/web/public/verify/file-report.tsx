import type { Office } from '#src/modules/offices/index.ts'
import type { Finding, Report } from '#src/outside/pades/inspect/finding.ts'
import { sayNumber } from '../../dates.ts'
import { Notice, Summary } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { Findings, FindingText } from './findings.tsx'
import { Ended, IssuedFacts } from './issued-facts.tsx'
import type { Judgement } from './judge-file.ts'
import { SignatureCard } from './signature-card.tsx'

type Props = { judgement: Judgement; report: Report; office: Office }

/** What the check of a file found: the answer first, then each thing that it stands on. */
export function FileReport({ judgement, report, office }: Props) {
  const { lang, w } = useView()
  const said = w.verifyPages
  const { copy } = judgement
  return (
    <>
      <div role="status">
        <Verdict judgement={judgement} report={report} office={office} />
      </div>
      {copy && <h2>{said.inBook(copy.number)}</h2>}
      {copy && <IssuedFacts copy={copy} office={office} />}
      {report.findings.length > 0 && (
        <>
          <h2>{said.inFile}</h2>
          <Findings findings={report.findings} />
        </>
      )}
      {report.signatures.length > 0 && <h2>{said.signatures}</h2>}
      {report.signatures.map((it, i) => (
        <SignatureCard signature={it} n={i + 1} bytes={report.bytes} />
      ))}
      <Summary
        rows={[
          [said.facts.size, said.sizeOf(sayNumber(lang, Math.ceil(report.bytes / 1000)))],
          [said.facts.sha256, <code class="hash">{report.sha256}</code>],
        ]}
      />
      <p class="quiet-text">{said.notKept}</p>
    </>
  )
}

function Verdict({ judgement: { answer, tone, copy }, report, office }: Props) {
  const { lang, w } = useView()
  const { answers, hints } = w.verifyPages
  if (answer === 'revoked' || answer === 'annulled') return copy && <Ended copy={copy} />
  const title = answers[answer]
  const wrong = listWrong(report)
  return (
    <Notice tone={tone} title={typeof title === 'function' ? title(office.name[lang]) : title}>
      {answer === 'unreadable' ? (
        report.trouble && <p>{w.verify.troubles[report.trouble]}</p>
      ) : (
        <p>{hints[answer]}</p>
      )}
      {wrong.length > 0 && (
        <ul>
          {wrong.map((it) => (
            <li>
              <FindingText finding={it} />
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

/** All that is wrong, each once: what was changed after one signature was changed after those before it too. */
function listWrong({ findings, signatures }: Report): Finding[] {
  const all = [...findings, ...signatures.flatMap((it) => it.findings)]
  const wrong = all.filter((it) => it.severity === 'fails')
  return wrong.filter(
    (it, i) => wrong.findIndex((other) => other.code === it.code && other.page === it.page) === i,
  )
}
