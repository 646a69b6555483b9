import type { OneStopSummary, SummaryCounts } from '#src/modules/reports/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayDay, sayNumber } from '../../dates.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

type Measure = { name: string; of: (counts: SummaryCounts) => number }

/** The form's columns as lines, so that it fits a sheet upright: authorities stand across. */
export function SummaryTable({ summary }: { summary: OneStopSummary }) {
  const { lang, w } = useView()
  const words = w.deskReports.report
  if (summary.rows.length === 0) return null
  const all = [...summary.rows, summary.total]
  return (
    <>
      <TableWrap label={words.summary}>
        <table class="grouped">
          <caption>{words.summary}</caption>
          <thead>
            <tr>
              <th scope="col">{w.reports.columns.figure}</th>
              {summary.rows.map((it) => (
                <th scope="col" class="number">
                  <Told said={it.label} />
                </th>
              ))}
              <th scope="col" class="number">
                {w.reports.columns.total}
              </th>
            </tr>
          </thead>
          {groups(w).map(({ name, measures }) => (
            <tbody>
              {name && (
                <tr>
                  <th scope="rowgroup" colspan={all.length + 1}>
                    {name}
                  </th>
                </tr>
              )}
              {measures.map((measure) => (
                <tr>
                  <th scope="row">{measure.name}</th>
                  {all.map((counts) => (
                    <td class="number">{sayNumber(lang, measure.of(counts))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </TableWrap>
      <p class="hint">{words.summaryAsOf({ date: sayDay(lang, summary.asOf) })}</p>
    </>
  )
}

/** In the order of the form. */
function groups(w: Words): { name: string | null; measures: Measure[] }[] {
  const { groups: names, measures: said } = w.deskReports.report
  const line = (name: string, of: Measure['of']): Measure => ({ name, of })
  return [
    {
      name: names.received,
      measures: [
        line(said.total, (it) => it.received.total),
        line(said.carriedOver, (it) => it.received.carriedOver),
        line(said.newTotal, (it) => it.received.inPeriod.total),
        line(`– ${said.online}`, (it) => it.received.inPeriod.online),
        line(`– ${said.inPerson}`, (it) => it.received.inPeriod.inPerson),
        line(`– ${said.post}`, (it) => it.received.inPeriod.post),
      ],
    },
    {
      name: names.finished,
      measures: [
        line(said.total, (it) => it.finished.total),
        line(said.early, (it) => it.finished.early),
        line(said.onTime, (it) => it.finished.onTime),
        line(said.late, (it) => it.finished.late),
      ],
    },
    {
      name: names.inProgress,
      measures: [
        line(said.total, (it) => it.inProgress.total),
        line(said.withinTime, (it) => it.inProgress.onTime),
        line(said.overdue, (it) => it.inProgress.overdue),
      ],
    },
    {
      name: names.paused,
      measures: [
        line(said.total, (it) => it.paused.total),
        line(said.withinTime, (it) => it.paused.onTime),
        line(said.overdue, (it) => it.paused.overdue),
      ],
    },
    { name: null, measures: [line(said.returned, (it) => it.returned)] },
  ]
}
