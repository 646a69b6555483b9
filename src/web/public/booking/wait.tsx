import type { Context } from 'hono'
import { z } from 'zod'
import { askWaitingList, listBookableDays, type DayPart } from '#src/modules/queue/index.ts'
import { channels, saysNothing, tellHeard } from '#src/modules/reach/index.ts'
import type { WholeServiceDay } from '#src/modules/service-days/index.ts'
import type { Words } from '#src/words/index.ts'
import { sayDate } from '../../dates.ts'
import { heardOfCame } from '../../came-from.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, readBody, readForm, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { askedCodes, withCodes } from './asked-codes.ts'
import { DayHead } from './day-head.tsx'
import { readDayAsked } from './time.tsx'
import { tryBooking } from './try-booking.ts'
import { WaitForm } from './wait-form.tsx'
import { waitPath } from './wait-path.ts'

const parts = z.enum(['any', 'morning', 'afternoon'])

/** The waiting list of a day, or of the half of it that is full. */
export async function showWait(c: Context<Env>) {
  const day = await readDayAsked(c)
  if (!day) return c.notFound()
  const codes = askedCodes(c.req.queries('thu-tuc'))
  const state = (await findBookable(c, day, codes))?.state
  if (state === 'free' || state === 'full') return answerForm(c, day, codes, blank)
  // The page of the day says that there is nothing to wait for.
  return c.redirect(to(c, withCodes(paths.bookDay(c.var.office.slug, day.id), codes)), 303)
}

/** Somebody would come if a place became free. */
export async function answerWait(c: Context<Env>) {
  const { ctx, office, w } = c.var
  const day = await readDayAsked(c)
  if (!day) return c.notFound()
  const { data, filled } = readForm(asksToWait(w), await readBody(c, { all: true }))
  const codes = askedCodes(filled.values['thu-tuc'])
  if (!data) return answerForm(c, day, codes, filled)
  const { done: wish, refused } = await tryBooking(c, filled, () =>
    askWaitingList(ctx, {
      clientKey: data.khoa,
      serviceDayId: day.id,
      part: data.buoi,
      procedureCodes: codes,
      name: data.ten,
      phone: data['dien-thoai'],
    }),
  )
  if (!wish) return answerForm(c, day, codes, refused.filled)
  const came = await heardOfCame(ctx, c)
  const heard = { ...came, channel: data.biet ?? came.channel }
  if (!saysNothing(heard)) await tellHeard(ctx, { of: { kind: 'wish', id: wish.id }, heard })
  return c.redirect(`${to(c, paths.wish(office.slug, wish.token))}?xong=ghi`, 303)
}

function asksToWait(w: Words) {
  const { hold, time } = w.bookingPages
  return z.object({
    buoi: parts.default('any'),
    ten: z.string(hold.nameMissing).min(1, hold.nameMissing).max(100, hold.nameTooLong),
    'dien-thoai': z.string(time.phoneMissing).min(1, time.phoneMissing).max(40, time.phoneMissing),
    biet: z.enum(channels).optional().catch(undefined),
    khoa: z.string(),
  })
}

/** What was typed stays, though places became free meanwhile: then the way to them is shown too. */
async function answerForm(c: Context<Env>, day: WholeServiceDay, codes: string[], filled: Filled) {
  const { ctx, office, lang, w } = c.var
  const said = w.bookingPages.wait
  const { channel } = await heardOfCame(ctx, c)
  const part = parts.catch('any').parse(filled.values['buoi'] ?? c.req.query('buoi'))
  const wrong = Object.keys(filled.errors).length > 0
  const title = w.bookingPages.wish.title({ date: sayDate(lang, day.date) })
  const times = withCodes(paths.bookDay(office.slug, day.id), codes)
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title }) : title}
      office={office}
      here={waitPath(office.slug, day.id, codes, part)}
      back={{ href: times, label: said.back }}
    >
      <ErrorSummary filled={filled} />
      <DayHead day={day} title={part === 'any' ? said.title : said.half[part]} />
      {(await hasFree(c, day, codes, part)) && (
        <Notice title={said.free}>
          <p>
            <a href={to(c, times)}>{said.freeTimes}</a>
          </p>
        </Notice>
      )}
      <WaitForm
        day={day}
        office={office.slug}
        codes={codes}
        filled={filled}
        part={part}
        came={channel}
      />
    </PublicPage>,
    wrong ? 422 : 200,
  )
}

/** Whether there is nothing to wait for: what is wished can be booked at once. */
async function hasFree(c: Context<Env>, day: WholeServiceDay, codes: string[], part: DayPart) {
  const found = await findBookable(c, day, codes)
  return found?.state === 'free' && (part === 'any' || !found.fullHalves.includes(part))
}

async function findBookable(c: Context<Env>, day: WholeServiceDay, procedureCodes: string[]) {
  const bookable = await listBookableDays(c.var.ctx, { procedureCodes })
  return bookable.find((it) => it.serviceDayId === day.id)
}
