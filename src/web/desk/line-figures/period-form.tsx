import type { Period } from '#src/modules/reports/index.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { useView } from '../../view.ts'

type Props = { now: Temporal.PlainDate; period: Period | null; filled: Filled }

/** The last weeks, this year, or any two days. */
export function PeriodForm({ now, period, filled }: Props) {
  const { w, to } = useView()
  const words = w.deskReports.report
  const address = (from: Temporal.PlainDate) =>
    to(`${paths.lineFigures()}?tu=${from.toString()}&den=${now.toString()}`)
  return (
    <section class="noprint" aria-labelledby="ky">
      <h2 id="ky">{words.period}</h2>
      <ul class="inline">
        {[4, 12, 26].map((weeks) => (
          <li>
            <a href={address(now.subtract({ weeks }))}>{w.lineFigures.weeks({ weeks })}</a>
          </li>
        ))}
        <li>
          <a href={address(now.with({ month: 1, day: 1 }))}>{words.year({ year: now.year })}</a>
        </li>
      </ul>
      <form action={to(paths.lineFigures())} class="grid-3">
        <Field
          name="tu"
          label={words.from}
          type="date"
          filled={filled}
          initial={period?.from.toString()}
        />
        <Field
          name="den"
          label={words.to}
          type="date"
          filled={filled}
          initial={period?.to.toString()}
        />
        <p>
          <button class="button">{words.show}</button>
        </p>
      </form>
    </section>
  )
}
