import type { CrossTable } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { shorten } from '../../shorten.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Procedures down, authorities across, with both totals. */
export function CrossShown({ cross }: { cross: CrossTable }) {
  const { lang, w } = useView()
  const { columns } = w.reports
  const title = w.deskReports.report.cross
  if (cross.total === 0) return null
  return (
    <TableWrap label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.procedure}</th>
            {cross.columns.map((it) => (
              <th scope="col" class="number">
                <Told said={shorten(it.label)} />
              </th>
            ))}
            <th scope="col" class="number">
              {columns.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {cross.lines.map((line, i) => (
            <tr>
              <th scope="row">
                <Told said={shorten(line.label)} />
                {cross.down === 'procedure' && <small>{line.key}</small>}
              </th>
              {cross.cells[i]?.map((cell) => (
                <td class="number">{cell === 0 ? '' : sayNumber(lang, cell)}</td>
              ))}
              <td class="number">
                <b>{sayNumber(lang, line.total)}</b>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{columns.total}</th>
            {cross.columns.map((it) => (
              <td class="number">{sayNumber(lang, it.total)}</td>
            ))}
            <td class="number">{sayNumber(lang, cross.total)}</td>
          </tr>
        </tfoot>
      </table>
    </TableWrap>
  )
}
