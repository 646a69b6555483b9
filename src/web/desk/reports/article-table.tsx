import type { ReportRow } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { shorten } from '../../shorten.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** The article's own table, a line for each combination that occurred. */
export function ArticleTable({ rows, total }: { rows: ReportRow[]; total: number }) {
  const { lang, w } = useView()
  const { columns } = w.reports
  const title = w.deskReports.report.article
  if (rows.length === 0) return null
  const across = ['procedure', 'authority', 'homeKind', 'came', 'outcome'] as const
  return (
    <TableWrap label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            {across.map((it) => (
              <th scope="col">{columns[it]}</th>
            ))}
            <th scope="col" class="number">
              {columns.requests}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {across.map((it) => (
                <td>
                  <Told said={shorten(row[it].label)} />
                </td>
              ))}
              <td class="number">{sayNumber(lang, row.requests)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan={across.length}>
              {columns.total}
            </th>
            <td class="number">{sayNumber(lang, total)}</td>
          </tr>
        </tfoot>
      </table>
    </TableWrap>
  )
}
