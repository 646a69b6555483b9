import type { Child } from 'hono/jsx'
import type { Bookings, LineCounted } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { useView } from '../../view.ts'
import { saySeconds } from './say-seconds.ts'

type Row = { name: Child; counted: LineCounted; bookings?: Bookings }

type Props = { title: string; first: string; rows: Row[]; total?: Row }

/** Visits, waits, service times and who stayed away, a line for each day, hour, need or month. */
export function LineTable({ title, first, rows, total }: Props) {
  const { w } = useView()
  const { columns } = w.lineFigures
  if (rows.length === 0) return null
  const withBookings = rows.some((row) => row.bookings)
  const heads = [
    columns.visits,
    columns.booked,
    columns.served,
    columns.left,
    columns.waited,
    columns.waited90,
    columns.service,
    columns.service90,
    ...(withBookings ? [columns.people, columns.noShows] : []),
  ]
  return (
    <TableWrap label={title}>
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {heads.map((it) => (
              <th scope="col" class="number">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line row={row} withBookings={withBookings} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Line row={total} withBookings={withBookings} />
          </tfoot>
        )}
      </table>
    </TableWrap>
  )
}

function Line({ row, withBookings }: { row: Row; withBookings: boolean }) {
  const { lang, w } = useView()
  const { counted, bookings } = row
  const number = (value: number | undefined) => (value === undefined ? '' : sayNumber(lang, value))
  const cells = [
    number(counted.visits),
    number(counted.booked),
    number(counted.served),
    number(counted.leftWithoutService.count),
    saySeconds(w, counted.waited.median),
    saySeconds(w, counted.waited.ninetieth),
    saySeconds(w, counted.service.median),
    saySeconds(w, counted.service.ninetieth),
    ...(withBookings ? [number(bookings?.people), number(bookings?.noShows.count)] : []),
  ]
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {cells.map((it) => (
        <td class="number">{it}</td>
      ))}
    </tr>
  )
}
