import type { Rating } from '#src/modules/ratings/index.ts'
import type { WholeRequest } from '#src/modules/requests/index.ts'
import { sayInstant, sayNumber } from '../dates.ts'
import { paths } from '../paths.ts'
import { shorten } from '../shorten.ts'
import { Tag } from '../ui/pieces.tsx'
import { Told, Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

type Props = { rating: Rating; request: WholeRequest | undefined }

/** What somebody said and how they starred it, and of which request where they gave their name. */
export function RatingCard({ rating, request }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskReports.chief
  return (
    <>
      <blockquote>
        {rating.sentence ? <Vietnamese text={rating.sentence} /> : <i>{words.noSentence}</i>}
      </blockquote>
      <p class="pair">
        {(['guidance', 'speed', 'attitude'] as const).map((question) => (
          <Tag tone={rating[question] <= 2 ? 'hot' : 'plain'}>
            {w.reports.questions[question]}: {words.stars({ stars: rating[question] })}
          </Tag>
        ))}
        <Tag tone="plain">
          {words.average}: {sayNumber(lang, rating.average, 1)}
        </Tag>
      </p>
      <p class="quiet-text">
        {words.on({ when: sayInstant(lang, rating.ratedAt) })}, {words.origins[rating.origin]}.{' '}
        {request ? (
          <>
            {words.request}: <a href={to(paths.request(request.id))}>{request.code}</a>,{' '}
            <Told said={shorten(request.procedureName)} />,{' '}
            <Vietnamese text={request.subjectName} />.
          </>
        ) : (
          words.anonymous
        )}
      </p>
    </>
  )
}
