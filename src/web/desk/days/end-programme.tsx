import type { Context } from 'hono'
import { z } from 'zod'
import { endProgramme } from '#src/errands/end-programme.ts'
import { getProgramme } from '#src/modules/service-days/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { daySaid } from '../day-said.ts'

/** When a programme ends, and why. */
export async function showEndProgramme(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const programme = await getProgramme(ctx, { programmeId: id })
  const { programme: words, fields } = w.deskDays
  const name = lang === 'vi' ? programme.nameVi : programme.nameEn
  const title = `${words.end}: ${name}`
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="days"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.programme(id), label: name }}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <p>{words.endHint}</p>
      <form method="post" action={to(c, paths.programmeEnd(id))}>
        <Field name="validTo" label={words.endLast} type="date" width="short" filled={filled} />
        <TextArea
          name="reason"
          label={fields.reason}
          hint={fields.reasonHint}
          rows={3}
          filled={filled}
        />
        <button class="button danger">{words.end}</button>
      </form>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

export async function doEndProgramme(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const programmeId = c.req.param('id') ?? ''
  if (!isUuid(programmeId)) return c.notFound()
  const schema = z.object({
    validTo: daySaid(w.deskDays.programme.endMissing),
    reason: z.string().default(''),
  })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return showEndProgramme(c, filled)
  const { filled: again } = await tryDeed(filled, lang, () =>
    // People name the last day; the programme keeps the first day without it.
    endProgramme(ctx, {
      programmeId,
      validTo: data.validTo.add({ days: 1 }),
      reason: data.reason,
    }),
  )
  if (again) return showEndProgramme(c, again)
  return c.redirect(to(c, `${paths.deskDays()}?xong=programmeEnded`), 303)
}
