import type { Context } from 'hono'
import { z } from 'zod'
import {
  holdSeat,
  listBookableDays,
  listFreeTimes,
  minutesFor,
  type NearTime,
} from '#src/modules/queue/index.ts'
import type { Channel } from '#src/modules/reach/index.ts'
import { getServiceDay, type WholeServiceDay } from '#src/modules/service-days/index.ts'
import { heardOfCame } from '../../came-from.ts'
import { sayDate } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, inEachLanguage, readBody, readForm, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { useView } from '../../view.ts'
import { isUuid } from '../is-uuid.ts'
import { askedCodes, withCodes } from './asked-codes.ts'
import { clock } from './clock-of.ts'
import { DayHead } from './day-head.tsx'
import { Hidden } from './hidden.tsx'
import { NearestTimes } from './nearest-times.tsx'
import { keyFor } from './key-for.ts'
import { keyOf, TimeForm } from './time-form.tsx'
import { tryBooking } from './try-booking.ts'
import { WaitForm } from './wait-form.tsx'

/** The second page of a booking: at what time, and the phone by which changes are told. */
export async function showTimes(c: Context<Env>) {
  const day = await readDayAsked(c)
  if (!day) return c.notFound()
  return answerTimes(c, day, askedCodes(c.req.queries('thu-tuc')), blank)
}

/** Keeps the place and leads on to its page. Pressed twice it is one place: the form's key says so. */
export async function answerHold(c: Context<Env>) {
  const serviceDayId = c.req.param('dayId') ?? ''
  if (!isUuid(serviceDayId)) return c.notFound()
  const { ctx, office, w } = c.var
  const body = await readBody(c, { all: true })
  const { data, filled } = readForm(chosenTime(w), body)
  const codes = askedCodes(filled.values['thu-tuc'])
  if (!data) return answerAgain(c, codes, filled)
  const { done: hold, refused } = await tryBooking(c, filled, () =>
    holdSeat(ctx, {
      // Another time chosen on the way back is another place, not the same command again.
      clientKey: keyFor(data.khoa, serviceDayId, data.gio),
      serviceDayId,
      start: Temporal.PlainTime.from(data.gio),
      procedureCodes: codes,
      phone: data['dien-thoai'],
    }),
  )
  if (!hold) return answerAgain(c, codes, refused.filled, refused.near)
  return c.redirect(to(c, paths.hold(office.slug, hold.token)), 303)
}

async function answerAgain(c: Context<Env>, codes: string[], filled: Filled, near?: NearTime[]) {
  const day = await readDayAsked(c)
  return day ? answerTimes(c, day, codes, filled, near) : c.notFound()
}

export async function readDayAsked(c: Context<Env>): Promise<WholeServiceDay | null> {
  const id = c.req.param('dayId') ?? ''
  return isUuid(id) ? getServiceDay(c.var.ctx, { serviceDayId: id }) : null
}

const chosenTime = inEachLanguage(({ bookingPages: { time } }) =>
  z.object({
    gio: clock(time.choose),
    'dien-thoai': z.string(time.phoneMissing).min(1, time.phoneMissing).max(40, time.phoneMissing),
    khoa: z.string().min(1).max(100),
  }),
)

/** The page as it stands, or with what is wrong in it; nothing typed is lost. */
export async function answerTimes(
  c: Context<Env>,
  day: WholeServiceDay,
  codes: string[],
  filled: Filled,
  near: NearTime[] = [],
) {
  const { ctx, office, lang, w } = c.var
  const said = w.bookingPages.time
  const wrong = Object.keys(filled.errors).length > 0
  const minutes = await minutesFor(ctx, codes)
  const bookable = await listBookableDays(ctx, { procedureCodes: codes })
  const found = bookable.find((it) => it.serviceDayId === day.id)
  const free =
    found?.state === 'free' ? await listFreeTimes(ctx, { serviceDayId: day.id, minutes }) : []
  const title = said.title({ date: sayDate(lang, day.date) })
  const around = { day, office: office.slug, codes, filled }
  const { channel: came } = await heardOfCame(c.var.ctx, c)
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title }) : title}
      office={office}
      here={withCodes(paths.bookDay(office.slug, day.id), codes)}
      back={{ href: withCodes(paths.book(office.slug), codes), label: said.otherDay }}
    >
      <ErrorSummary filled={filled} />
      <DayHead
        day={day}
        title={free.length > 0 ? said.heading : sayDate(lang, day.date)}
        hint={said.for({ minutes })}
      />
      <NearestTimes near={near} action={(id) => paths.bookDay(office.slug, id)}>
        <Hidden codes={codes} clientKey={keyOf(filled)} phone={phoneOf(filled)} />
      </NearestTimes>
      {free.length > 0 ? (
        <TimeForm {...around} free={free} fullHalves={found?.fullHalves ?? []} />
      ) : (
        <NoTime {...around} came={came} full={found?.state === 'full'} />
      )}
    </PublicPage>,
    wrong ? 422 : 200,
  )
}

function phoneOf(filled: Filled): string {
  const phone = filled.values['dien-thoai']
  return typeof phone === 'string' ? phone : ''
}

type NoTimeProps = {
  day: WholeServiceDay
  office: string
  codes: string[]
  filled: Filled
  came: Channel | null
  /** Full, and not merely too near or too far away: a place may still become free. */
  full: boolean
}

function NoTime({ full, ...rest }: NoTimeProps) {
  const { time: said, wait } = useView().w.bookingPages
  return (
    <>
      <Notice tone="sun" title={full ? said.full : said.shut}>
        <p>{full ? said.fullHint : said.shutHint}</p>
      </Notice>
      {full && (
        <>
          <h2>{wait.title}</h2>
          <WaitForm {...rest} />
        </>
      )}
    </>
  )
}
