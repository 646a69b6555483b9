import type { Context } from 'hono'
import { z } from 'zod'
import { giveSeatOn } from '#src/errands/give-seat-on.ts'
import { appointmentCan, cancelAppointment, type Appointment } from '#src/modules/queue/index.ts'
import { sayDate, sayTime } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled, readBody, readForm } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { findAsked } from './appointment.tsx'
import { tryBooking } from './try-booking.ts'

/** Asks once before the place is given up. */
export async function showCancel(c: Context<Env>) {
  const it = await findAsked(c)
  if (!it) return answerUnknown(c, c.var.w.bookingPages.hen)
  if (!appointmentCan('cancel', it.state)) return toAppointment(c, it)
  return answerForm(c, it, blank)
}

/** Gives the place up; whoever is first on the waiting list is offered it in the same moment. */
export async function answerCancel(c: Context<Env>) {
  const { ctx, w } = c.var
  const it = await findAsked(c)
  if (!it) return answerUnknown(c, w.bookingPages.hen)
  // Pressed twice: it is cancelled already.
  if (it.state === 'cancelled') return toAppointment(c, it, 'huy')
  const { reasonTooLong } = w.bookingPages.cancel
  const asked = z.object({ 'ly-do': z.string().max(300, reasonTooLong).default('') })
  const { data, filled } = readForm(asked, await readBody(c))
  if (!data) return answerForm(c, it, filled)
  const reason = data['ly-do']
  const { refused } = await tryBooking(c, filled, () =>
    cancelAppointment(ctx, { token: it.token, ...(reason === '' ? {} : { reason }) }),
  )
  if (refused) return answerForm(c, it, refused.filled)
  await giveSeatOn(ctx, it)
  return toAppointment(c, it, 'huy')
}

function toAppointment(c: Context<Env>, it: Appointment, done?: string) {
  const path = to(c, paths.appointment(c.var.office.slug, it.token))
  return c.redirect(done === undefined ? path : `${path}?xong=${done}`, 303)
}

function answerForm(c: Context<Env>, it: Appointment, filled: Filled) {
  const { office, lang, w } = c.var
  const said = w.bookingPages.cancel
  const here = paths.appointmentDo(office.slug, it.token, 'huy')
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title: said.title }) : said.title}
      office={office}
      here={here}
    >
      <ErrorSummary filled={filled} />
      <h1>{said.title}</h1>
      <p>{said.says({ time: sayTime(lang, it.start), date: sayDate(lang, it.date) })}</p>
      <form method="post" action={to(c, here)}>
        <Field
          name="ly-do"
          label={said.reason}
          hint={said.reasonHint}
          filled={filled}
          optional
          maxlength={300}
        />
        <div class="pair">
          <button class="button danger">{said.do}</button>
          <a class="button quiet" href={to(c, paths.appointment(office.slug, it.token))}>
            {said.keep}
          </a>
        </div>
      </form>
    </PublicPage>,
    wrong ? 422 : 200,
  )
}
