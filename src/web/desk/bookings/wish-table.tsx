import type { ProcedureItem } from '#src/modules/catalogue/index.ts'
import type { Wish } from '#src/modules/queue/index.ts'
import { local, sayInstant, sayTime } from '../../dates.ts'
import { Tag } from '../../ui/pieces.tsx'
import { TableWrap } from '../../ui/table-wrap.tsx'
import { Vietnamese } from '../../ui/told.tsx'
import { useView } from '../../view.ts'
import { NeedsSaid } from './needs-said.tsx'

/** Who waits for a seat of the day to become free, in the order in which they are offered it. */
export function WishTable({ wishes, items }: { wishes: Wish[]; items: ProcedureItem[] }) {
  const { lang, w } = useView()
  const words = w.deskBookings
  const { columns } = words
  if (wishes.length === 0) return null
  return (
    <TableWrap label={words.wishes}>
      <table class="stacked">
        <caption>{words.wishes}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.who}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.part}</th>
            <th scope="col">{columns.asked}</th>
            <th scope="col">{columns.offer}</th>
          </tr>
        </thead>
        <tbody>
          {wishes.map((it) => (
            <tr>
              <th scope="row">
                <Vietnamese text={it.name} />
              </th>
              <td>
                <NeedsSaid codes={it.procedureCodes} items={items} />
              </td>
              <td>
                {w.queueBooking.parts[it.part]}
                <span class="hint">{words.wishMinutes({ minutes: it.minutes })}</span>
              </td>
              <td>{sayInstant(lang, it.askedAt)}</td>
              <td>
                {it.offer ? (
                  <Tag tone="sun">
                    {words.wishOffered({
                      time: sayTime(lang, it.offer.start),
                      until: sayTime(lang, local(it.offer.until)),
                    })}
                  </Tag>
                ) : (
                  <Tag tone="plain">{words.wishWaits}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  )
}
