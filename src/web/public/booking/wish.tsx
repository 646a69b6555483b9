import type { Context } from 'hono'
import { z } from 'zod'
import { offerFreedSeats } from '#src/errands/offer-freed-seats.ts'
import { getWish, passOffer, takeOffer, withdrawWish, type Wish } from '#src/modules/queue/index.ts'
import { findHeard, tellHeard } from '#src/modules/reach/index.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled, readBody, readForm } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { sayDate } from '../../dates.ts'
import { momentOf } from '../day-moment.ts'
import { answerUnknown } from './answer-unknown.tsx'
import { findOrNull } from './find-or-null.ts'
import { tryBooking } from './try-booking.ts'
import { WishView } from './wish-view.tsx'

/** Where somebody stands on the waiting list, and the place that is offered to them. */
export async function showWish(c: Context<Env>) {
  const wish = await findWish(c)
  return wish ? answerWish(c, wish, blank) : answerUnknown(c, c.var.w.bookingPages.wish)
}

export async function answerTake(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const wish = await findWish(c)
  if (!wish) return answerUnknown(c, w.bookingPages.wish)
  const { data, filled } = readForm(z.object({ khoa: z.string() }), await readBody(c))
  if (!data) return answerWish(c, wish, filled)
  const { done: it, refused } = await tryBooking(c, filled, () =>
    takeOffer(ctx, { token: wish.token, clientKey: data.khoa }),
  )
  if (!it) return answerWish(c, wish, refused.filled)
  const heard = await findHeard(ctx, { wishId: wish.id })
  if (heard) await tellHeard(ctx, { of: { kind: 'appointment', id: it.id }, heard })
  return c.redirect(`${to(c, paths.appointment(office.slug, it.token))}?xong=dat`, 303)
}

/** The place goes to the next of the list in the same moment. */
export async function answerPass(c: Context<Env>) {
  return giveUp(c, 'nhuong', passOffer)
}

export async function answerWithdraw(c: Context<Env>) {
  return giveUp(c, 'thoi', withdrawWish)
}

async function giveUp(c: Context<Env>, done: string, deed: typeof passOffer) {
  const { ctx, office, w } = c.var
  const wish = await findWish(c)
  if (!wish) return answerUnknown(c, w.bookingPages.wish)
  const { refused } = await tryBooking(c, blank, () => deed(ctx, { token: wish.token }))
  if (refused) return answerWish(c, wish, refused.filled)
  await offerFreedSeats(ctx, wish.serviceDayId)
  return c.redirect(`${to(c, paths.wish(office.slug, wish.token))}?xong=${done}`, 303)
}

function findWish(c: Context<Env>): Promise<Wish | null> {
  return findOrNull(() => getWish(c.var.ctx, c.req.param('token') ?? ''))
}

async function answerWish(c: Context<Env>, wish: Wish, filled: Filled) {
  const { ctx, office, lang, w } = c.var
  const day = await getServiceDay(ctx, { serviceDayId: wish.serviceDayId })
  const said = w.bookingPages.wish
  const wrong = Object.keys(filled.errors).length > 0
  const title = said.title({ date: sayDate(lang, wish.date) })
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title }) : title}
      office={office}
      here={paths.wish(office.slug, wish.token)}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, said.done)} />
      <WishView office={office.slug} wish={wish} moment={momentOf(day, ctx.now)} />
    </PublicPage>,
    wrong ? 422 : 200,
  )
}
