import type { Report, Share } from '#src/modules/reports/index.ts'
import { sayNumber } from '../../dates.ts'
import { Bars, Summary } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import { sayPercent } from './big-figures.tsx'
import { StarTable } from './star-table.tsx'

/** What people said in the period. */
export function RatingsShown({ report }: { report: Report }) {
  const { lang, w } = useView()
  const words = w.deskReports.report
  const { ratings } = report
  const share = (it: Share) => {
    const percent = sayPercent(lang, it)
    return percent && words.share({ percent, count: it.count, of: it.of })
  }
  return (
    <section>
      <h2>{words.ratings}</h2>
      {ratings.count === 0 ? (
        <p>{words.noRatings}</p>
      ) : (
        <>
          <p>
            {words.ratedCount({
              count: ratings.count,
              rated: share(report.rated) ?? sayNumber(lang, report.rated.count),
            })}
          </p>
          <div class="grid-2">
            <Bars
              label={words.ratings}
              most={5}
              rows={ratings.questions.map((it) => ({
                name: it.label[lang],
                value: it.average ?? 0,
                said: words.big.ofFive({ stars: sayNumber(lang, it.average ?? 0, 1) }),
              }))}
            />
            <Summary
              rows={[
                [words.satisfied, share(ratings.satisfied)],
                [words.low, sayNumber(lang, ratings.low)],
                [words.lowAnswered, share(ratings.lowAnswered)],
                [words.ratedOnline, share(ratings.filedOnline)],
                ...ratings.returns.map((it): [string, string] => [
                  `${words.returns}: ${it.label[lang].toLowerCase()}`,
                  sayNumber(lang, it.count),
                ]),
              ]}
            />
          </div>
          <StarTable ratings={ratings} />
        </>
      )}
    </section>
  )
}
