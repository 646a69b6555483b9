import type { ProcedureVersion, Proxy } from '#src/modules/catalogue/index.ts'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** Who may go for another, and with which paper; each special case in the law's own words. */
export function WhoMayGo({ version }: { version: ProcedureVersion }) {
  const { procedure } = useView().w.public
  if (!version.proxy) return <p>{procedure.proxyUnknown}</p>
  return (
    <>
      <Rule proxy={version.proxy} />
      {version.proxyWhen.map(
        (it) =>
          it.proxy.note && (
            <p>
              <Told said={it.proxy.note} />
            </p>
          ),
      )}
    </>
  )
}

/** The note of a rule says all of it; without one the rule is put into words. */
function Rule({ proxy }: { proxy: Proxy }) {
  const { procedure } = useView().w.public
  if (proxy.note)
    return (
      <p>
        <Told said={proxy.note} />
      </p>
    )
  if (proxy.allowed === 'nobody') return <p>{procedure.proxyNobody}</p>
  if (proxy.allowed === 'parents_of_minor') return <p>{procedure.proxyParents}</p>
  return (
    <ul>
      <li>
        {procedure[proxy.kin]}: {procedure.proof[proxy.kinProof]}.
      </li>
      <li>
        {procedure.others}: {procedure.proof[proxy.otherProof]}.
      </li>
    </ul>
  )
}
