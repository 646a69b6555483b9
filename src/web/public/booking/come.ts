import type { Context } from 'hono'
import { z } from 'zod'
import { checkIn } from '#src/modules/queue/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readBody, readForm } from '../../read-form.ts'
import { to } from '../../render.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { answerAppointment, findAsked } from './appointment.tsx'
import { nameless } from './come-form.tsx'
import { tryBooking } from './try-booking.ts'

const come = z.object({
  khoa: z.string(),
  thu: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
})

/** Somebody with an appointment is there: they get their number and its page. */
export async function answerCome(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const it = await findAsked(c)
  if (!it) return answerUnknown(c, w.bookingPages.hen)
  const { data, filled } = readForm(come, await readBody(c))
  if (!data) {
    const errors = { thu: w.bookingPages.hen.comeChoose }
    return answerAppointment(c, it, { ...filled, errors }, 422)
  }
  const said = Number(data.thu ?? nameless)
  const position = said === nameless ? {} : { position: said }
  const { done: ticket, refused } = await tryBooking(c, filled, () =>
    checkIn(ctx, { clientKey: data.khoa, token: it.token, ...position }),
  )
  if (!ticket) return answerAppointment(c, it, refused.filled, 422)
  return c.redirect(to(c, paths.turn(office.slug, ticket.token)), 303)
}
