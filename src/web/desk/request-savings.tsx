import { sayNumber } from '../dates.ts'
import { Figures } from '../ui/pieces.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/** What the person was spared, and how each figure was counted. */
export function SavedTrips({ request }: RequestView) {
  const { lang, w } = useView()
  const { saved } = w.deskRequest
  const { savings } = request
  const said = w.requests.savings
  return (
    <section aria-labelledby="do-la">
      <h2 id="do-la">{saved.title}</h2>
      <Figures
        rows={[
          [saved.trips, String(savings.trips)],
          [saved.km, sayNumber(lang, savings.km, 1)],
          [saved.hours, sayNumber(lang, savings.minutes / 60, 1)],
        ]}
      />
      {savings.parts.length === 0 ? (
        <p class="hint">{saved.nothing}</p>
      ) : (
        <details>
          <summary>{saved.how}</summary>
          <ul class="hint">
            {savings.parts.map((part) => {
              const trip = {
                authority: part.authority[lang],
                km: sayNumber(lang, part.km ?? 0, 1),
                minutes: String(part.minutes),
              }
              const spared = part.km === null ? said.sparedNoDistance(trip) : said.spared(trip)
              return (
                <li>
                  <b>{said.legs[part.leg]}</b>: {said.why[part.why]}. {part.spared ? spared : ''}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </section>
  )
}
