import type { Context } from 'hono'
import { z } from 'zod'
import { nameGroup, type Appointment } from '#src/modules/queue/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { type Filled, readBody, readForm } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { TextArea } from '../../ui/field.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { findAsked } from './appointment.tsx'
import { tryBooking } from './try-booking.ts'

/** The people of a group, one a line, as a list is pasted out of a table. */
export async function showGroup(c: Context<Env>) {
  const it = await findGroup(c)
  if (!it) return answerUnknown(c, c.var.w.bookingPages.hen)
  const nguoi = it.people.map(({ name }) => name).join('\n')
  return answerForm(c, it, { values: { nguoi }, errors: {} })
}

export async function answerGroup(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const it = await findGroup(c)
  if (!it) return answerUnknown(c, w.bookingPages.hen)
  const { data, filled } = readForm(namedPeople(w, it.party), await readBody(c))
  if (!data) return answerForm(c, it, filled)
  // Who was said to come for something keeps it while their name stays.
  const before = new Map(it.people.map((person) => [person.name, person.procedureCode]))
  const people = data.nguoi.map((name) => ({ name, procedureCode: before.get(name) ?? null }))
  const { refused } = await tryBooking(c, filled, () => nameGroup(ctx, { token: it.token, people }))
  if (refused) return answerForm(c, it, refused.filled)
  return c.redirect(`${to(c, paths.appointment(office.slug, it.token))}?xong=doan`, 303)
}

async function findGroup(c: Context<Env>): Promise<Appointment | null> {
  const it = await findAsked(c)
  return it && it.party > 1 && it.state === 'booked' ? it : null
}

function namedPeople(w: Words, party: number) {
  const said = w.bookingPages.group
  return z.object({
    nguoi: z
      .string()
      .default('')
      .transform((typed) =>
        typed
          .split(/\r?\n/)
          .map((line) => line.replace(/\s+/g, ' ').trim())
          .filter((line) => line !== ''),
      )
      .superRefine((lines, issues) => {
        const long = lines.findIndex((line) => line.length > 100)
        if (long >= 0)
          issues.addIssue({ code: 'custom', message: said.tooLong({ line: long + 1 }) })
        if (lines.length > party)
          issues.addIssue({ code: 'custom', message: said.tooMany({ party }) })
      }),
  })
}

function answerForm(c: Context<Env>, it: Appointment, filled: Filled) {
  const { office, w } = c.var
  const said = w.bookingPages.group
  const here = paths.appointmentDo(office.slug, it.token, 'doan')
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title: said.title }) : said.title}
      office={office}
      here={here}
      back={{
        href: paths.appointment(office.slug, it.token),
        label: w.bookingPages.hen.title({ code: it.code }),
      }}
    >
      <ErrorSummary filled={filled} />
      <h1>{said.title}</h1>
      <p>{said.lead({ party: it.party })}</p>
      <p>{said.named({ named: it.people.length, party: it.party })}</p>
      <form method="post" action={to(c, here)}>
        <TextArea name="nguoi" label={said.names} filled={filled} rows={12} />
        <button class="button">{said.save}</button>
      </form>
    </PublicPage>,
    wrong ? 422 : 200,
  )
}
