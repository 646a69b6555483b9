import type { Statement } from '#src/modules/certification/index.ts'
import { useView } from '../../view.ts'

/** The statement as it reads, in Vietnamese whatever the page is read in. */
export function StatementSheet({
  statement,
  printed = false,
}: {
  statement: Statement
  printed?: boolean
}) {
  const { w } = useView()
  const words = w.deskCertification
  return (
    <section>
      <h2 class="noprint">{words.copy.statement}</h2>
      {printed && <p class="hint noprint">{words.copy.statementHint}</p>}
      <article class="statement" lang="vi">
        <p class="statement-head">
          {statement.issuer.map((line) => (
            <b class="block">{line}</b>
          ))}
        </p>
        <h3>Lời chứng</h3>
        {statement.lines.map((line) => (
          <p>{line}</p>
        ))}
        <p class="statement-place">
          {statement.place}, {statement.dateWords}
        </p>
        <p class="statement-signer">
          <b class="block">{statement.signerTitle}</b>
          <span class="block statement-room"></span>
          <b class="block">{statement.signerName}</b>
        </p>
      </article>
    </section>
  )
}
