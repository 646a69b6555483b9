import type { Office } from '#src/modules/offices/index.ts'
import { useView } from '../../view.ts'

/** How trips, kilometres and hours are counted, with this office's own settings. */
export function SavedExplained({ office }: { office: Office }) {
  const { report: words } = useView().w.deskReports
  return (
    <section>
      <h2>{words.saved}</h2>
      <ul>
        <li>{words.savedTrips}</li>
        <li>{words.savedKm}</li>
        <li>{words.savedHours({ speed: office.roadSpeedKmh, minutes: office.minutesPerVisit })}</li>
        <li>{words.savedEach}</li>
      </ul>
    </section>
  )
}
