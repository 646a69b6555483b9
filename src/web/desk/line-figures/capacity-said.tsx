import type { Right } from '#src/base/ctx.ts'
import { sayDate, sayNumber } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'
import type { Suggested } from './read-suggestion.ts'
import { sayDuration } from './say-seconds.ts'

type Props = { suggested: Suggested | null; rights: readonly Right[] }

/** How many the next day has room for, and which numbers say so; nothing while that would be a guess. */
export function CapacitySaid({ suggested, rights }: Props) {
  const { lang, w, to } = useView()
  const words = w.lineFigures.capacity
  if (!suggested)
    return (
      <section>
        <h2>{words.title}</h2>
        <p>{words.noNext}</p>
      </section>
    )
  const { next, minutes, counters, walkInPercent, suggestion } = suggested
  const hours = sayDuration(w, minutes)
  const capacity = next.capacity === null ? words.unlimited : words.people({ count: next.capacity })
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{words.next({ date: sayDate(lang, next.date), hours, counters })}</p>
      {suggestion ? (
        <Notice>
          <p>
            <strong>
              {words.room({
                hours,
                counters,
                planned: suggestion.plannedPercent,
                from: suggestion.from,
                to: suggestion.to,
              })}
            </strong>
          </p>
          <p>
            {words.measured({
              days: suggestion.days,
              served: suggestion.served,
              quickest: sayNumber(lang, suggestion.quickest, 1),
              slowest: sayNumber(lang, suggestion.slowest, 1),
            })}
          </p>
          <p>{words.share(suggestion)}</p>
        </Notice>
      ) : (
        <p>{words.tooFew}</p>
      )}
      <p>{words.now({ capacity, walkInPercent })}</p>
      <ul class="inline noprint">
        {rights.includes('service_days.plan') && (
          <li>
            <a href={to(paths.deskDayDo(next.id, 'sua'))}>{words.changeDay}</a>
          </li>
        )}
        {rights.includes('offices.edit') && (
          <li>
            <a href={to(paths.adminLine())}>{words.changeShare}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
