import type { Report } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { Summary } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

const standings = ['preparing', 'withAuthority', 'withPerson', 'toCollect', 'overdue'] as const

/** What is not done yet, and how long the results took. */
export function Unfinished({ report }: { report: Report }) {
  const { lang, w } = useView()
  const words = w.deskReports.report
  const { medianDays, ninetiethDays } = report.turnaround
  return (
    <div class="grid-2">
      <section>
        <h2>{words.waiting}</h2>
        <Summary
          rows={standings.map((it) => [w.reports.figures[it], sayNumber(lang, report.waiting[it])])}
        />
      </section>
      <section>
        <h2>{words.turnaround}</h2>
        {medianDays === null || ninetiethDays === null ? (
          <p>{words.noResults}</p>
        ) : (
          <Summary
            rows={[
              [words.medianDays, words.days({ days: medianDays })],
              [words.ninetiethDays, words.days({ days: ninetiethDays })],
            ]}
          />
        )}
      </section>
    </div>
  )
}
