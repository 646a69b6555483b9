import type { ProcedureVersion } from '#src/modules/catalogue/index.ts'
import { sayDay } from '../dates.ts'
import { Summary } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** What the law calls it and where that stands: last on the page, for whoever wants to check. */
export function ProcedureLaw({ version }: { version: ProcedureVersion }) {
  const { lang, w } = useView()
  const { procedure } = w.public
  const from = sayDay(lang, version.validFrom)
  return (
    <section class="law">
      <h2>{procedure.law}</h2>
      <Summary
        rows={[
          [procedure.officialName, <Told said={version.name} />],
          [procedure.code, version.code],
          [procedure.field, <Vietnamese text={version.field} />],
          [procedure.decision, version.decision && <Vietnamese text={version.decision} />],
          [
            procedure.basis,
            version.legalBasis.length > 0
              ? version.legalBasis.map((it) => (
                  <p>
                    <Vietnamese text={it} />
                  </p>
                ))
              : null,
          ],
          [
            procedure.validFrom,
            version.validTo
              ? procedure.until({ from, to: sayDay(lang, version.validTo.subtract({ days: 1 })) })
              : from,
          ],
          [procedure.source, <Vietnamese text={version.source} />],
          [procedure.checkedOn, sayDay(lang, version.checkedOn)],
        ]}
      />
    </section>
  )
}
