import type { Report } from '#src/modules/reports/index.ts'
import { sayMoney, sayNumber } from '../../dates.ts'
import { Summary } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

/** Certified copies of the period, by what they are on; nothing where none was issued. */
export function CopiesShown({ report }: { report: Report }) {
  const { lang, w } = useView()
  const words = w.deskReports.report
  const some = report.copies.filter((it) => it.numbers > 0)
  if (some.length === 0) return null
  return (
    <section>
      <h2>{words.copies}</h2>
      <Summary
        rows={some.map((it): [string, string] => [
          w.certification.media[it.medium],
          words.copiesSaid({
            numbers: sayNumber(lang, it.numbers),
            copies: sayNumber(lang, it.copies),
            fee: sayMoney(it.feeVnd),
          }),
        ])}
      />
    </section>
  )
}
