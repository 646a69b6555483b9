import type { Context } from 'hono'
import { z } from 'zod'
import {
  clearOfficeDay,
  listDays,
  readCalendar,
  setOfficeDay,
  type Day,
} from '#src/modules/calendar/index.ts'
import type { Words } from '#src/words/index.ts'
import { today } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field, Radios } from '../ui/field.tsx'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { CalendarDays } from './calendar-days.tsx'
import { typedDay, typedNote } from './typed.ts'

const kinds = ['off', 'working', 'morning', 'afternoon'] as const

/** The days of a year that are not what their weekday says, and the office's own word on any day. */
export function showCalendar(c: Context<Env>) {
  return answer(c, blank)
}

export async function answerSetDay(c: Context<Env>) {
  const form = readForm(officeDay(c.var.w), await readBody(c))
  if (!form.data) return answer(c, form.filled)
  const { data } = form
  const { filled } = await tryDeed(form.filled, c.var.lang, () => setOfficeDay(c.var.ctx, data))
  return filled
    ? answer(c, filled)
    : redirectDone(c, paths.adminCalendar(data.date.year), 'dat-ngay')
}

export async function answerClearDay(c: Context<Env>) {
  const schema = z.object({ date: typedDay(c.var.w.admin.calendar.dateMissing) })
  const form = readForm(schema, await readBody(c))
  if (!form.data) return answer(c, { ...form.filled, values: {} })
  const { date } = form.data
  await clearOfficeDay(c.var.ctx, { date })
  return redirectDone(c, paths.adminCalendar(date.year), 'bo-ngay')
}

function officeDay(w: Words) {
  const { dateMissing, kindMissing, tooLong } = w.admin.calendar
  return z.object({
    date: typedDay(dateMissing),
    kind: z.enum(kinds, kindMissing),
    name: typedNote(tooLong, 200),
    reason: typedNote(tooLong),
    insteadOf: z.union([z.literal('').transform(() => null), typedDay(dateMissing)]).default(null),
  })
}

async function answer(c: Context<Env>, filled: Filled) {
  const { ctx, w } = c.var
  const words = w.admin.calendar
  const year = readYear(c, filled)
  const days = listDays(await readCalendar(ctx), {
    from: Temporal.PlainDate.from({ year, month: 1, day: 1 }),
    to: Temporal.PlainDate.from({ year, month: 12, day: 31 }),
  })
  return answerAdmin(c, {
    title: words.title({ year }),
    filled,
    wide: true,
    children: (
      <>
        <p>{words.what}</p>
        <p class="toolbar">
          <a href={to(c, paths.adminCalendar(year - 1))}>← {year - 1}</a>
          <a href={to(c, paths.adminCalendar(year + 1))}>{year + 1} →</a>
          <a href={to(c, paths.adminHours())}>{w.admin.hours.title}</a>
        </p>
        <CalendarDays days={days.filter(isSpecial)} year={year} />
        <h2>{words.set}</h2>
        <p>{words.setHint}</p>
        <form method="post" action={to(c, paths.adminCalendar(year))}>
          <DayFields filled={filled} words={words} />
          <button class="button">{w.admin.save}</button>
        </form>
      </>
    ),
  })
}

function DayFields({ filled, words }: { filled: Filled; words: Words['admin']['calendar'] }) {
  return (
    <>
      <Field name="date" type="date" label={words.date} filled={filled} width="mid" />
      <Radios
        name="kind"
        label={words.kind}
        filled={filled}
        row
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <div class="grid-2">
        <Field name="name" label={words.name} hint={words.nameHint} filled={filled} />
        <Field name="reason" label={words.reason} hint={words.reasonHint} filled={filled} />
      </div>
      <Field
        name="insteadOf"
        type="date"
        label={words.insteadOf}
        hint={words.insteadOfHint}
        filled={filled}
        width="mid"
        optional
      />
    </>
  )
}

function isSpecial(day: Day): boolean {
  return day.kind !== 'working' && day.kind !== 'weekend'
}

/** The year asked for; this year when none is. */
function readYear(c: Context<Env>, filled: Filled): number {
  const asked = c.req.query('nam') ?? String(filled.values['date'] ?? '').slice(0, 4)
  return /^(19|20|21)\d\d$/.test(asked) ? Number(asked) : today(c.var.ctx.now).year
}
