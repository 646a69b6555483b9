import type { Report } from '#src/modules/reports/index.ts'
import { sayDate, sayNumber } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told, Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Every day that was planned, held or not, with what was received on it. */
export function ServiceDaysTable({ report }: { report: Report }) {
  const { lang, w, to } = useView()
  const words = w.deskReports.report
  const { columns } = w.reports
  const outside = report.outsideServiceDays
  if (report.serviceDays.length === 0)
    return outside > 0 ? <p>{words.outside({ count: outside })}</p> : null
  return (
    <>
      <TableWrap label={words.serviceDays}>
        <table>
          <caption>{words.serviceDays}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.date}</th>
              <th scope="col">{columns.programme}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col" class="number">
                {columns.requests}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.serviceDays.map((day) => (
              <tr>
                <th scope="row">
                  <a href={to(paths.deskDay(day.key))}>{sayDate(lang, day.date)}</a>
                </th>
                <td>
                  <Told said={day.programme} />
                </td>
                <td>
                  {day.stateLabel[lang]}
                  {day.reason && (
                    <>
                      {': '}
                      <Vietnamese text={day.reason} />
                    </>
                  )}
                </td>
                <td class="number">{sayNumber(lang, day.requests)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
      {outside > 0 && <p>{words.outside({ count: outside })}</p>}
    </>
  )
}
