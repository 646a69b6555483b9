import type { Session } from '#src/modules/identity/index.ts'
import type { Programme } from '#src/modules/service-days/index.ts'
import { sayDay, sayWeekday } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { Filled } from '../../read-form.ts'
import { Field } from '../../ui/field.tsx'
import { Tag } from '../../ui/pieces.tsx'
import { useView } from '../../view.ts'

type Props = { programmes: Programme[]; now: Temporal.PlainDate; session: Session; filled: Filled }

/** What days come from: the programmes, planning ahead, an extra day. */
export function DaysAside({ programmes, now, session, filled }: Props) {
  const { lang, w, to } = useView()
  const words = w.deskDays
  const mayPlan = session.officer.rights.includes('service_days.plan')
  return (
    <div class="column aside">
      {programmes.length > 0 && mayPlan && (
        <form method="post" action={to(paths.deskDaysPlan())}>
          <h2>{words.plan.title}</h2>
          <Field
            name="until"
            label={words.plan.until}
            hint={words.plan.hint}
            type="date"
            filled={filled}
            initial={now.add({ months: 3 }).toString()}
          />
          <div class="pair">
            <button class="button">{words.plan.do}</button>
            <a class="button quiet" href={to(paths.deskDayExtra())}>
              {words.extra.title}
            </a>
          </div>
        </form>
      )}
      <h2>{programmes.length > 0 ? words.programmes : words.noProgramme}</h2>
      {programmes.length === 0 && <p>{words.noProgrammeHint}</p>}
      {programmes.map((it) => (
        <div class="due">
          <a href={to(paths.programme(it.id))}>{lang === 'vi' ? it.nameVi : it.nameEn}</a>
          <small>
            {sayWeekday(lang, it.weekday)}
            {it.validTo &&
              ` · ${words.programmeEnds({ last: sayDay(lang, it.validTo.subtract({ days: 1 })) })}`}
          </small>{' '}
          {it.validTo && Temporal.PlainDate.compare(it.validTo, now) <= 0 && (
            <Tag tone="plain">{words.programmeOver}</Tag>
          )}
        </div>
      ))}
      {mayPlan && (
        <p>
          <a class={programmes.length === 0 ? 'button' : undefined} href={to(paths.programmeNew())}>
            {words.newProgramme}
          </a>
        </p>
      )}
    </div>
  )
}
