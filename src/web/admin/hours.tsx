import type { Context } from 'hono'
import {
  hoursInForce,
  readCalendar,
  setOfficeHours,
  span,
  type DayHours,
  type Span,
  type WeekHours,
} from '#src/modules/calendar/index.ts'
import { sayDay, sayTime, sayWeekday, today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { HoursTable, weekdays } from './hours-table.tsx'
import { weekForm } from './week-form.ts'

/** When the desk is open on each weekday, from a day on. Terms counted in hours run by it. */
export function showHours(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerHours(c: Context<Env>) {
  const form = readForm(weekForm(c.var.w), await readBody(c))
  if (!form.data) return answer(c, form.filled)
  const { data } = form
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    setOfficeHours(c.var.ctx, {
      validFrom: data.validFrom,
      week: new Map(data.week.map((hours, i) => [i + 1, hoursOf(hours)])),
    }),
  )
  return filled ? answer(c, filled) : redirectDone(c, paths.adminHours(), 'gio')
}

type Clocks = Record<'mo' | 'mc' | 'ao' | 'ac', string>

function hoursOf({ mo, mc, ao, ac }: Clocks): DayHours {
  return { morning: mo ? span(mo, mc) : null, afternoon: ao ? span(ao, ac) : null }
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const words = w.admin.hours
  const calendar = await readCalendar(ctx)
  const now = today(ctx.now)
  return answerAdmin(c, {
    title: words.title,
    filled,
    back: { href: paths.adminCalendar(), label: words.calendar },
    children: (
      <>
        <p>{words.what}</p>
        {calendar.officeHours.length === 0 && <p>{words.usual}</p>}
        {calendar.officeHours.map((it) => (
          <section>
            <h2>{words.from({ day: sayDay(c.var.lang, it.validFrom) })}</h2>
            <Week week={it.week} />
          </section>
        ))}
        <h2>{words.set}</h2>
        <form method="post" action={to(c, paths.adminHours())}>
          <Field
            name="validFrom"
            type="date"
            label={words.validFrom}
            hint={words.validFromHint}
            filled={filled}
            initial={now.toString()}
            width="mid"
          />
          <p class="hint">{words.emptyIsClosed}</p>
          <HoursTable week={hoursInForce(calendar, now)} filled={filled} />
          <button class="button">{w.admin.save}</button>
        </form>
      </>
    ),
  })
}

/** `Thứ Hai – Thứ Sáu: 7 giờ 30 – 11 giờ 30, 13 giờ – 17 giờ`: days alike are said together. */
function Week({ week }: { week: WeekHours }) {
  const { lang, w } = useView()
  const runs: { from: number; to: number; said: string }[] = []
  for (const weekday of weekdays) {
    const { morning = null, afternoon = null } = week.get(weekday) ?? {}
    const spans = [morning, afternoon].filter((it): it is Span => it !== null)
    const said = spans
      .map((it) => `${sayTime(lang, it.opens)} – ${sayTime(lang, it.closes)}`)
      .join(', ')
    const last = runs.at(-1)
    if (last?.said === said) last.to = weekday
    else runs.push({ from: weekday, to: weekday, said })
  }
  return (
    <ul>
      {runs.map(({ from, to, said }) => (
        <li>
          {sayWeekday(lang, from)}
          {to > from && ` – ${sayWeekday(lang, to)}`}: {said || w.admin.hours.closed}
        </li>
      ))}
    </ul>
  )
}
