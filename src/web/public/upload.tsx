import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { sayNumber } from '../dates.ts'
import { useView } from '../view.ts'

/** Where it is filed online, and what the portal takes. */
export function Upload({ version }: { version: ProcedureVersion }) {
  const { lang, w } = useView()
  const { procedure } = w.public
  const { uploadRule: rule, portalUrl } = version
  if (!version.channels.some((it) => it.method === 'online')) return null
  return (
    <>
      <h2>{procedure.file}</h2>
      <p>{procedure.fileHint}</p>
      {rule && (
        <p>
          {procedure.uploadRule({
            types: rule.types.map((it) => it.toUpperCase()).join(', '),
            megabytes: sayNumber(lang, rule.maxMegabytes, 1),
          })}{' '}
          {rule.oneFilePerPaper && `${procedure.oneFile} `}
          {procedure.certified[rule.certifiedCopies]}
        </p>
      )}
      {portalUrl && (
        <p>
          <a href={portalUrl} rel="external">
            {procedure.portal}
          </a>
        </p>
      )}
    </>
  )
}
