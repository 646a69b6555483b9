import type { ProcedureVersion, Said } from '#src/modules/catalogue/index.ts'
import { Notice } from '../../ui/pieces.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** What to ask before anything else, and what to warn of. */
export function AskWarn({ version }: { version: ProcedureVersion }) {
  const words = useView().w.deskReports.procedures
  return (
    <>
      {version.warnings.length > 0 && (
        <Notice tone="sun" title={words.warnings}>
          <Sentences said={version.warnings} />
        </Notice>
      )}
      <h2>{words.asks}</h2>
      {version.officerAsks.length > 0 ? (
        <Sentences said={version.officerAsks} />
      ) : (
        <p>{words.noAsks}</p>
      )}
    </>
  )
}

function Sentences({ said }: { said: Said[] }) {
  return (
    <ul>
      {said.map((it) => (
        <li>
          <Told said={it} />
        </li>
      ))}
    </ul>
  )
}
