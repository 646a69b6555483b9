import type { BookRow } from '#src/modules/certification/index.ts'
import { sayDay, sayNumber, shortDate, today } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'

/** The official columns; what was struck or corrected stands right below the line, which stays as it was. */
export function BookTable({ rows, mayOpen }: { rows: readonly BookRow[]; mayOpen: boolean }) {
  const { w } = useView()
  const { columns } = w.deskCertification.books
  return (
    <table class="book-table">
      <thead>
        <tr>
          <th scope="col" class="number">
            {columns.number}
          </th>
          <th scope="col">{columns.date}</th>
          <th scope="col">{columns.requester}</th>
          <th scope="col">{columns.original}</th>
          <th scope="col">{columns.signer}</th>
          <th scope="col" class="number">
            {columns.copies}
          </th>
          <th scope="col" class="number">
            {columns.fee}
          </th>
          <th scope="col">{columns.note}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line row={row} mayOpen={mayOpen} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ row, mayOpen }: { row: BookRow; mayOpen: boolean }) {
  const { to } = useView()
  return (
    <tr class={row.struck ? 'struck' : undefined}>
      <th scope="row" class="number">
        {mayOpen ? <a href={to(paths.copy(row.copyId))}>{row.number}</a> : row.number}
      </th>
      <td class="nowrap">{shortDate(row.on)}</td>
      <td>
        <Vietnamese text={row.requesterName} />
        {row.requesterId && <small class="nowrap">{row.requesterId}</small>}
      </td>
      <td>
        <Vietnamese text={row.originalName} />
      </td>
      <td>
        <Vietnamese text={row.signerName} />
        <small>
          <Vietnamese text={row.signerTitle} />
        </small>
      </td>
      <td class="number">{row.copies}</td>
      <td class="number">{sayNumber('vi', row.feeVnd)}</td>
      <td class="unstruck">
        {row.note && <Vietnamese text={row.note} />}
        <Beside row={row} />
      </td>
    </tr>
  )
}

/** What was written beside the line afterwards. */
function Beside({ row }: { row: BookRow }) {
  const { lang, w } = useView()
  const words = w.deskCertification.books
  const day = (at: Date) => sayDay(lang, today(at))
  return (
    <>
      {row.corrections.map((it) => (
        <small>
          {words.corrected({
            ...{ field: w.certification.entryFields[it.field], value: it.value },
            ...{ at: day(it.at), reason: it.reason },
          })}
        </small>
      ))}
      {row.struck && (
        <small class="late">
          {words.struck({
            ...{ kind: words.kinds[row.struck.kind], at: day(row.struck.at) },
            reason: row.struck.reason,
          })}
        </small>
      )}
    </>
  )
}
