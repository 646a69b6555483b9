import type { Context } from 'hono'
import { z } from 'zod'
import { changeProgramme } from '#src/errands/change-programme.ts'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { listColleagues } from '#src/modules/identity/index.ts'
import { listVenues } from '#src/modules/offices/index.ts'
import { addProgramme, getProgramme, type Programme } from '#src/modules/service-days/index.ts'
import { sayDay, sayWeekday, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { NameFields, ProgrammeFields, type Choices } from './programme-fields.tsx'
import { newShape, termsSaid, termsShape } from './programme-said.ts'

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** The form for a programme that does not exist yet. */
export async function showNewProgramme(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const choices = await readChoices(c)
  const words = w.deskDays.programme
  return render(
    c,
    <DeskPage
      title={words.newTitle}
      session={session}
      door="days"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskDays(), label: w.deskDays.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.newTitle}</h1>
      <form method="post" action={to(c, paths.programmeNew())}>
        <NameFields filled={filled} />
        <div class="grid-3">
          <Select
            name="weekday"
            label={words.weekday}
            filled={filled}
            initial="5"
            options={weekdays.map((it) => ({ value: String(it), label: sayWeekday(lang, it) }))}
          />
          <Field
            name="validFrom"
            label={words.validFrom}
            type="date"
            filled={filled}
            initial={today(ctx.now).toString()}
          />
          <Field name="validTo" label={words.validTo} type="date" optional filled={filled} />
        </div>
        <ProgrammeFields {...choices} filled={filled} />
        <button class="button">{words.create}</button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doAddProgramme(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const { data, filled } = readForm(z.object(newShape(w)), await readBody(c, { all: true }))
  if (!data) return showNewProgramme(c, filled)
  const { weekday, validFrom } = data
  const { filled: again } = await tryDeed(filled, lang, () =>
    addProgramme(ctx, {
      ...termsSaid(data),
      weekday,
      validFrom,
      // People name the last day; the programme keeps the first day without it.
      validTo: data.validTo?.add({ days: 1 }) ?? null,
    }),
  )
  if (again) return showNewProgramme(c, again)
  return c.redirect(to(c, `${paths.deskDays()}?xong=programmeAdded`), 303)
}

/** A programme as one object, to be changed. */
export async function showProgramme(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const programme = await getProgramme(ctx, { programmeId: id })
  const choices = await readChoices(c, programme)
  const words = w.deskDays.programme
  const title = words.changeTitle({ name: lang === 'vi' ? programme.nameVi : programme.nameEn })
  const from = words.from({ from: sayDay(lang, programme.validFrom) })
  const until =
    programme.validTo &&
    w.deskDays.programmeEnds({ last: sayDay(lang, programme.validTo.subtract({ days: 1 })) })
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="days"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskDays(), label: w.deskDays.title }}
    >
      <Done said={readDone(c, w.deskDays.done)} />
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <p>
        <b>
          {sayWeekday(lang, programme.weekday)}, {[from, until].filter(Boolean).join(' ')}.
        </b>{' '}
        {words.weekdayFixed} {words.lead}
      </p>
      <form method="post" action={to(c, paths.programme(id))}>
        <NameFields filled={filled} programme={programme} />
        <ProgrammeFields {...choices} filled={filled} programme={programme} />
        <div class="pair">
          <button class="button">{w.deskDays.save}</button>
          <a class="button quiet" href={to(c, paths.programmeEnd(id))}>
            {words.end}
          </a>
        </div>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doChangeProgramme(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const programmeId = c.req.param('id') ?? ''
  if (!isUuid(programmeId)) return c.notFound()
  const { data, filled } = readForm(z.object(termsShape(w)), await readBody(c, { all: true }))
  if (!data) return showProgramme(c, filled)
  const { filled: again } = await tryDeed(filled, lang, () =>
    changeProgramme(ctx, { ...termsSaid(data), programmeId }),
  )
  if (again) return showProgramme(c, again)
  return c.redirect(to(c, `${paths.programme(programmeId)}?xong=programmeChanged`), 303)
}

/** What is asked for most, and what is promised already. */
async function readChoices(c: Context<Env>, programme?: Programme): Promise<Choices> {
  const { ctx } = c.var
  const codes = programme?.procedures.map((it) => it.code) ?? []
  const [venues, colleagues, popular, promised] = await Promise.all([
    listVenues(ctx),
    listColleagues(ctx),
    listProcedures(ctx, { popular: true, limit: 40 }),
    codes.length > 0 ? listProcedures(ctx, { codes }) : [],
  ])
  const others = promised.filter((it) => !popular.some((known) => known.code === it.code))
  return { venues, colleagues, items: [...popular, ...others] }
}
