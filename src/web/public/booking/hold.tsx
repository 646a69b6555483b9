import type { Context } from 'hono'
import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import { bookAndTell } from '#src/errands/book-and-tell.ts'
import {
  bookHeld,
  findHold,
  getAppointment,
  holdInstead,
  releaseHold,
  type Hold,
  type NearTime,
} from '#src/modules/queue/index.ts'
import { channels, saysNothing, tellHeard } from '#src/modules/reach/index.ts'
import { heardOfCame } from '../../came-from.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, inEachLanguage, readBody, readForm, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { readWays, wayOf } from '../../ways.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { withCodes } from './asked-codes.ts'
import { findOrNull } from './find-or-null.ts'
import { HoldForm, HoldHead } from './hold-form.tsx'
import { readMoment } from './moment.ts'
import { tryBooking } from './try-booking.ts'

/** The third page of a booking: the place is kept, for whom is it? */
export async function showHold(c: Context<Env>) {
  const hold = await findHold(c.var.ctx, tokenOf(c))
  return hold ? answerHeld(c, hold, blank, []) : answerGone(c)
}

/**
 * Takes the kept place over into the booking; or, where it was lost meanwhile, keeps the time that was
 * pressed instead and books that.
 */
export async function answerBook(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const token = tokenOf(c)
  const { data, filled } = readForm(whoComes(w), await readBody(c))
  if (!data) return answerStillHeld(c, filled, [])
  const instead = readMoment(data.thay)
  const { done: booked, refused } = await tryBooking(c, filled, async () => {
    if (instead) await holdInstead(ctx, { token, clientKey: `thay-${data.khoa}`, ...instead })
    const who = {
      ...{ token, clientKey: data.khoa, personName: data.ten },
      ...{ bookerName: data['nguoi-dat'] || null, note: data['ghi-chu'] || null },
    }
    const wish = wayOf(c, data.bao, data.email)
    const book = (ctx: Ctx) => bookHeld(ctx, who)
    return bookAndTell(ctx, book, wish && { ...wish, how: 'at_booking' })
  })
  if (!booked) return answerStillHeld(c, refused.filled, refused.near, true)
  const came = await heardOfCame(ctx, c)
  const heard = { ...came, channel: data.biet ?? came.channel }
  if (!saysNothing(heard))
    await tellHeard(ctx, { of: { kind: 'appointment', id: booked.id }, heard })
  return c.redirect(`${to(c, paths.appointment(office.slug, booked.token))}?xong=dat`, 303)
}

/** The form again, unless it was booked or let go meanwhile. */
async function answerStillHeld(c: Context<Env>, filled: Filled, near: NearTime[], refused = false) {
  const hold = await findHold(c.var.ctx, tokenOf(c))
  return hold ? answerHeld(c, hold, filled, near, refused) : answerGone(c)
}

/** Somebody would rather have another time: the place is free at once for everybody. */
export async function answerRelease(c: Context<Env>) {
  const { ctx, office } = c.var
  const hold = await findHold(ctx, tokenOf(c))
  if (!hold) return answerGone(c)
  await releaseHold(ctx, { token: hold.token })
  const path = withCodes(paths.bookDay(office.slug, hold.serviceDayId), hold.procedureCodes)
  return c.redirect(to(c, path), 303)
}

function tokenOf(c: Context<Env>): string {
  return c.req.param('token') ?? ''
}

const whoComes = inEachLanguage(({ bookingPages: { hold } }) =>
  z.object({
    ten: z.string(hold.nameMissing).min(1, hold.nameMissing).max(100, hold.nameTooLong),
    'nguoi-dat': z.string().max(100, hold.nameTooLong).default(''),
    'ghi-chu': z.string().max(300, hold.noteTooLong).default(''),
    biet: z.enum(channels).optional().catch(undefined),
    bao: z.string().optional(),
    email: z.string().max(254).optional().catch(undefined),
    thay: z.string().optional(),
    khoa: z.string(),
  }),
)

/** Booked already, as after a second press, or let go. */
async function answerGone(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const booked = await findOrNull(() => getAppointment(ctx, { token: tokenOf(c) }))
  if (!booked) return answerUnknown(c, w.bookingPages.hold)
  return c.redirect(to(c, paths.appointment(office.slug, booked.token)), 303)
}

async function answerHeld(
  c: Context<Env>,
  hold: Hold,
  filled: Filled,
  near: NearTime[],
  refused = false,
) {
  const { ctx, office, w } = c.var
  const said = w.bookingPages.hold
  const wrong = Object.keys(filled.errors).length > 0
  const { channel } = await heardOfCame(ctx, c)
  const ways = await readWays(ctx)
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title: said.title }) : said.title}
      office={office}
      here={paths.hold(office.slug, hold.token)}
    >
      <ErrorSummary filled={filled} />
      <HoldHead hold={hold} now={ctx.now} lost={near.length > 0} />
      <HoldForm
        office={office.slug}
        hold={hold}
        filled={filled}
        near={near}
        came={channel}
        ways={ways}
      />
    </PublicPage>,
    refused ? 409 : wrong ? 422 : 200,
  )
}
