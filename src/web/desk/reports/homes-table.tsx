import type { HomeGroup } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { shorten } from '../../shorten.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told, Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** Where people live, and what each place needed. */
export function HomesTable({ homes }: { homes: HomeGroup[] }) {
  const { lang, w } = useView()
  const words = w.deskReports.report
  if (homes.length === 0) return null
  return (
    <TableWrap label={words.homes}>
      <table>
        <caption>{words.homes}</caption>
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{w.reports.columns.homeKind}</th>
            <th scope="col">{words.needs}</th>
            <th scope="col" class="number">
              {w.reports.columns.requests}
            </th>
          </tr>
        </thead>
        <tbody>
          {homes.map((home) => (
            <tr>
              <th scope="row">
                {home.province || home.commune ? (
                  <Vietnamese text={home.label.vi} />
                ) : (
                  home.label[lang]
                )}
              </th>
              <td>{w.requests.homes[home.kind]}</td>
              <td>
                {home.procedures.map((it) => (
                  <div>
                    <Told said={shorten(it.label)} />: {sayNumber(lang, it.requests)}
                  </div>
                ))}
              </td>
              <td class="number">{sayNumber(lang, home.requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}
