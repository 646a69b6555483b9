import type { ServiceDayFigures } from '#src/modules/requests/index.ts'
import { sayNumber } from '../dates.ts'
import { shorten } from '../shorten.ts'
import { Figures } from '../ui/pieces.tsx'
import { Told } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** What a day that is over brought, in figures; nobody can be told from them. */
export function DayFigures({ figures }: { figures: ServiceDayFigures }) {
  const { lang, w } = useView()
  const { day, home, figures: words } = w.public
  if (figures.received === 0)
    return (
      <>
        <h2>{day.done}</h2>
        <p>{day.nobody}</p>
      </>
    )
  return (
    <>
      <h2>{day.done}</h2>
      <Figures
        rows={[
          [home.helped, sayNumber(lang, figures.received)],
          [home.trips, sayNumber(lang, figures.tripsSaved)],
          [words.km, sayNumber(lang, figures.kmSaved, 1)],
        ]}
      />
      <div class="table-wrap">
        <table>
          <caption>{day.byProcedure}</caption>
          <thead>
            <tr>
              <th scope="col">{day.procedure}</th>
              <th scope="col" class="number">
                {day.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.byProcedure.map((it) => (
              <tr>
                <td>
                  <Told said={shorten(it.name)} />
                </td>
                <td class="number">{sayNumber(lang, it.received)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{day.total}</th>
              <td class="number">{sayNumber(lang, figures.received)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="quiet-text">{day.noPeople}</p>
    </>
  )
}
