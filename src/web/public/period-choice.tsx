import type { Period } from '#src/modules/reports/index.ts'
import { shortDate } from '../dates.ts'
import type { Filled } from '../read-form.ts'
import { Field } from '../ui/field.tsx'
import { useView } from '../view.ts'

type Props = {
  action: string
  now: Temporal.PlainDate
  /** From the first request to the last; null while there is none. */
  span: Period | null
  filled: Filled
}

const mostYears = 6

/** The years that have figures, all of them together, or any two days. */
export function PeriodChoice({ action, now, span, filled }: Props) {
  const { figures } = useView().w.public
  const first = Math.max(span?.from.year ?? now.year, now.year - mostYears)
  const years = Array.from({ length: now.year - first + 1 }, (_, i) => now.year - i)
  return (
    <section class="noprint" aria-labelledby="thoi-gian">
      <h2 id="thoi-gian">{figures.period}</h2>
      <ul class="inline">
        {years.map((year) => (
          <li>
            <a href={year === now.year ? action : `${action}?tu=${year}-01-01&den=${year}-12-31`}>
              {figures.year({ year })}
            </a>
          </li>
        ))}
        {span && (
          <li>
            <a href={`${action}?tu=${span.from.toString()}&den=${now.toString()}`}>{figures.all}</a>
          </li>
        )}
      </ul>
      <form action={action}>
        <Field
          name="tu"
          label={figures.from}
          hint={figures.dayHint({ day: shortDate(now.with({ month: 1, day: 1 })) })}
          width="short"
          inputmode="text"
          filled={filled}
        />
        <Field
          name="den"
          label={figures.to}
          hint={figures.dayHint({ day: shortDate(now) })}
          width="short"
          inputmode="text"
          filled={filled}
        />
        <button class="button quiet">{figures.show}</button>
      </form>
    </section>
  )
}
