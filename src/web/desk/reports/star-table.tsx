import type { RatingFigures } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { useView } from '../../view.ts'

const stars = [1, 2, 3, 4, 5] as const

/** How many gave how many stars, question by question. */
export function StarTable({ ratings }: { ratings: RatingFigures }) {
  const { lang, w } = useView()
  const { columns, sheets } = w.reports
  return (
    <TableWrap label={sheets.ratings}>
      <table>
        <caption>{sheets.ratings}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.question}</th>
            {stars.map((count) => (
              <th scope="col" class="number">
                {columns.stars({ count })}
              </th>
            ))}
            <th scope="col" class="number">
              {columns.average}
            </th>
          </tr>
        </thead>
        <tbody>
          {ratings.questions.map((it) => (
            <tr>
              <th scope="row">{it.label[lang]}</th>
              {it.stars.map((count) => (
                <td class="number">{sayNumber(lang, count)}</td>
              ))}
              <td class="number">
                {it.average === null ? w.deskReports.report.none : sayNumber(lang, it.average, 1)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}
