import type { Counted, Report, Share } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { shorten } from '../../shorten.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Told } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { sayPercent } from './big-figures.tsx'

const across = [
  'requests',
  'filed',
  'finished',
  'onTime',
  'firstTimeRight',
  'byProxy',
  'trips',
  'km',
  'hours',
] as const

/** How well each procedure went: on time, right the first time, what people were spared. */
export function QualityTable({ report }: { report: Report }) {
  const { w } = useView()
  const { columns } = w.reports
  const title = w.deskReports.report.quality
  if (report.procedures.length === 0) return null
  return (
    <TableWrap label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.procedure}</th>
            {across.map((it) => (
              <th scope="col" class="number">
                {columns[it]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.procedures.map((it) => (
            <tr>
              <th scope="row">
                <Told said={shorten(it.label)} />
                <small>{it.code}</small>
              </th>
              <Cells counted={it} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{columns.total}</th>
            <Cells counted={report.total} />
          </tr>
        </tfoot>
      </table>
    </TableWrap>
  )
}

function Cells({ counted }: { counted: Counted }) {
  const { lang } = useView()
  const { saved } = counted
  return (
    <>
      <td class="number">{sayNumber(lang, counted.requests)}</td>
      <td class="number">{sayNumber(lang, counted.filed)}</td>
      <td class="number">{sayNumber(lang, counted.finished)}</td>
      <ShareCell share={counted.onTime} />
      <ShareCell share={counted.firstTimeRight} />
      <td class="number">{sayNumber(lang, counted.byProxy)}</td>
      <td class="number">{sayNumber(lang, saved.trips)}</td>
      <td class="number">{sayNumber(lang, saved.km, 1)}</td>
      <td class="number">{sayNumber(lang, saved.hours, 1)}</td>
    </>
  )
}

/** A share with what it is of: three in three is not three hundred in three hundred. */
function ShareCell({ share }: { share: Share }) {
  const { lang, w } = useView()
  const percent = sayPercent(lang, share)
  return (
    <td class="number">
      {percent ?? w.deskReports.report.none}
      {percent && (
        <small>
          {' '}
          {share.count}/{share.of}
        </small>
      )}
    </td>
  )
}
