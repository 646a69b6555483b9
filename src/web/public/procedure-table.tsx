import type { PublicFigures, Share } from '#src/modules/reports/index.ts'
import { sayNumber } from '../dates.ts'
import { shorten } from '../shorten.ts'
import { Told } from '../ui/told.tsx'
import { useView, type View } from '../view.ts'

/** Each procedure with how many, how many of them on time, and the trips it spared. */
export function ProcedureTable({ figures }: { figures: PublicFigures }) {
  const view = useView()
  const { lang, w } = view
  const words = w.public.figures
  const { total } = figures
  if (total.requests === 0) return null
  return (
    <div class="table-wrap">
      <table>
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{w.public.day.procedure}</th>
            <th scope="col" class="number">
              {words.count}
            </th>
            <th scope="col" class="number">
              {words.onTimeColumn}
            </th>
            <th scope="col" class="number">
              {words.tripsColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.procedures.map((it) => (
            <tr>
              <th scope="row">
                <Told said={shorten(it.label)} />
              </th>
              <td class="number">{sayNumber(lang, it.requests)}</td>
              <td class="number">{sayShare(view, it.onTime) ?? '–'}</td>
              <td class="number">{sayNumber(lang, it.saved.trips)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td class="number">{sayNumber(lang, total.requests)}</td>
            <td class="number">{sayShare(view, total.onTime) ?? '–'}</td>
            <td class="number">{sayNumber(lang, total.saved.trips)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** A share in whole percents; null when there is nothing to divide by. */
export function sayShare({ lang }: View, { share }: Share): string | null {
  return share === null ? null : `${sayNumber(lang, share * 100)}%`
}
