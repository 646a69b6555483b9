import { reportPeriods, type Period } from '#src/modules/reports/index.ts'
import { sayDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

type Props = {
  now: Temporal.PlainDate
  span: Period | null
  /** What is shown now. */
  period: Period | null
  filled: Filled
}

const mostYears = 12

/** The periods that offices report by, each year that has requests, everything, or any two days. */
export function PeriodChoice({ now, span, period, filled }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskReports.report
  const last = span?.to.year ?? now.year
  const first = Math.max(span?.from.year ?? now.year, last - mostYears)
  const years = Array.from({ length: last - first + 1 }, (_, i) => last - i)
  const address = (from: string, until: string) => to(`${paths.reports()}?tu=${from}&den=${until}`)
  return (
    <section class="noprint" aria-labelledby="ky">
      <h2 id="ky">{words.period}</h2>
      <ul class="inline">
        {span && (
          <li>
            <a href={to(paths.reports())}>{words.everything}</a>
          </li>
        )}
        {span &&
          years.map((year) => (
            <li>
              <a href={address(`${year}-01-01`, `${year}-12-31`)}>{words.year({ year })}</a>
            </li>
          ))}
      </ul>
      <div class="grid-2">
        <ul class="tasks">
          {reportPeriods(now).map((it) => (
            <li>
              <a href={address(it.from.toString(), it.to.toString())}>
                {words.keys[it.key]}: {it.label[lang]}
              </a>
              <span class="quiet-text">
                {sayDay(lang, it.from)} – {sayDay(lang, it.to)}
                {it.sendBy && `, ${words.sendBy({ date: sayDay(lang, it.sendBy) })}`}
              </span>
            </li>
          ))}
        </ul>
        <form action={to(paths.reports())}>
          <Field
            name="tu"
            label={words.from}
            type="date"
            width="short"
            filled={filled}
            initial={period?.from.toString()}
          />
          <Field
            name="den"
            label={words.to}
            type="date"
            width="short"
            filled={filled}
            initial={period?.to.toString()}
          />
          <button class="button">{words.show}</button>
        </form>
      </div>
    </section>
  )
}
