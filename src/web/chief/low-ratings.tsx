import type { Rating } from '#src/modules/ratings/index.ts'
import { sayInstant } from '../dates.ts'
import { paths } from '../paths.ts'
import { Notice } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { RatingCard } from './rating-card.tsx'
import type { About } from './read-about.ts'

type Props = { waiting: Rating[]; answered: Rating[]; about: About }

/** Those that wait, each with its door to the answer; then what was answered lately. */
export function LowRatings({ waiting, answered, about }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskReports.chief
  const of = (rating: Rating) => (rating.requestId ? about.get(rating.requestId) : undefined)
  return (
    <>
      <h2>{words.low}</h2>
      {waiting.length === 0 && (
        <Notice>
          <p>
            <b>{words.noneLow}</b> {words.noneLowHint}
          </p>
        </Notice>
      )}
      {waiting.map((rating) => (
        <article class="said">
          <RatingCard rating={rating} request={of(rating)} />
          <p>
            <a class="button" href={to(paths.chiefAnswer(rating.id))}>
              {words.answer}
            </a>
          </p>
        </article>
      ))}
      {answered.length > 0 && (
        <details>
          <summary>{words.answered}</summary>
          {answered.map((rating) => (
            <article class="said">
              <RatingCard rating={rating} request={of(rating)} />
              {rating.answer && rating.answeredAt && (
                <p>
                  <b>{words.answer}:</b> <Vietnamese text={rating.answer} />{' '}
                  <span class="quiet-text">({sayInstant(lang, rating.answeredAt)})</span>
                </p>
              )}
            </article>
          ))}
        </details>
      )}
    </>
  )
}
