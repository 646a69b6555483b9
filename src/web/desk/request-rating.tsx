import { sayNumber } from '../dates.ts'
import { paths } from '../paths.ts'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import type { RequestView } from './request-view.ts'

/** How the person rated it, or the way to the form that is held out to them at the desk. */
export function RequestRating({ request, rating, mayWork }: RequestView) {
  const { lang, w, to } = useView()
  const { rated } = w.deskRequest
  const mayBeRated = request.status !== null || request.endedAt !== null
  return (
    <section aria-labelledby="danh-gia-la">
      <h2 id="danh-gia-la">{rated.title}</h2>
      {!request.ratedAt && !mayBeRated && <p class="hint">{rated.notYet}</p>}
      {!request.ratedAt && mayBeRated && mayWork && (
        <p>
          <a class="button quiet" href={to(paths.requestRate(request.id))}>
            {rated.ask}
          </a>
        </p>
      )}
      {!request.ratedAt && mayBeRated && !mayWork && <p class="hint">{rated.waiting}</p>}
      {request.ratedAt && !rating && <p>{rated.anonymous}</p>}
      {rating && (
        <>
          <p>
            <b>{rated.average({ average: sayNumber(lang, rating.average, 1) })}</b>
          </p>
          {rating.sentence && (
            <p>
              “<Vietnamese text={rating.sentence} />”
            </p>
          )}
          {rating.answer && (
            <p class="hint">
              {rated.answered} <Vietnamese text={rating.answer} />
            </p>
          )}
        </>
      )}
    </section>
  )
}
