import type { Context } from 'hono'
import { z } from 'zod'
import type { Ctx } from '#src/base/ctx.ts'
import { bookAndTell } from '#src/errands/book-and-tell.ts'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import {
  bookForCaller,
  listBookableDays,
  listFreeTimes,
  minutesFor,
  type NearTime,
} from '#src/modules/queue/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { askedCodes } from '../../public/booking/asked-codes.ts'
import { clock } from '../../public/booking/clock-of.ts'
import { keyFor } from '../../public/booking/key-for.ts'
import { NearestTimes } from '../../public/booking/nearest-times.tsx'
import { keyOf } from '../../public/booking/time-form.tsx'
import { TimeChips } from '../../public/booking/time-chips.tsx'
import { tryBooking } from '../../public/booking/try-booking.ts'
import { blank, type Filled, readBody, readForm } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { shorten } from '../../shorten.ts'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Checkboxes, Field, Select } from '../../ui/field.tsx'
import { WayFields } from '../../ui/way-fields.tsx'
import { useView } from '../../view.ts'
import { readWays, wayOf } from '../../ways.ts'
import { chosenDay, dayOptions } from './day-options.ts'

/** Somebody calls: what for, which day, which time, what name. One page, every field by keyboard. */
export function showBookForCaller(c: Context<Env>) {
  return answer(c, blank, [])
}

/** Shows the times that are free, or books. Pressed twice it is one appointment. */
export async function takeBookForCaller(c: Context<Env>) {
  const { ctx, w } = c.var
  const body = await readBody(c, { all: true })
  // A time near a refused one is of the day that its form is sent to.
  body['ngay'] ??= c.req.query('ngay') ?? ''
  const { data, filled } = readForm(said(w), body)
  const seen: Filled = { values: filled.values, errors: {} }
  if (filled.values['viec'] === 'xem') return answer(c, seen, [])
  if (!data) return answer(c, filled, [])
  const wish = wayOf(c, data.bao, data.email)
  const caller = {
    clientKey: keyFor(data.khoa, data.ngay, data.gio),
    serviceDayId: data.ngay,
    start: Temporal.PlainTime.from(data.gio),
    procedureCodes: codesOf(filled),
    phone: data['dien-thoai'] || null,
    personName: data.ten,
    bookerName: data['nguoi-dat'] || null,
    note: data['ghi-chu'] || null,
  }
  const book = (ctx: Ctx) => bookForCaller(ctx, caller)
  const { done, refused } = await tryBooking(c, filled, () =>
    bookAndTell(ctx, book, wish && { ...wish, how: 'by_officer' }),
  )
  if (!done) return answer(c, refused.filled, refused.near)
  return c.redirect(`${to(c, paths.deskBooking(done.id))}?xong=booked`, 303)
}

function said(w: Words) {
  const { form } = w.deskBookings
  const text = z.string().default('')
  return z.object({
    ngay: z.uuid(form.dayMissing),
    gio: clock(form.timeMissing),
    ten: z.string(form.nameMissing).min(1, form.nameMissing),
    'dien-thoai': text,
    'nguoi-dat': text,
    'ghi-chu': text,
    bao: text,
    email: text,
    khoa: z.string().min(1).max(100),
  })
}

/** Those ticked, and one more by its code. */
function codesOf({ values }: Filled): string[] {
  return askedCodes([values['thu-tuc[]'] ?? [], values['ma'] ?? []].flat())
}

async function answer(c: Context<Env>, filled: Filled, near: NearTime[]) {
  const { ctx, session, lang, w } = c.var
  const words = w.deskBookings.form
  const codes = codesOf(filled)
  const [ways, days, popular, minutes] = await Promise.all([
    readWays(ctx),
    listBookableDays(ctx, { procedureCodes: codes }),
    listProcedures(ctx, { popular: true, limit: 12 }),
    minutesFor(ctx, codes),
  ])
  const asked = filled.values['ngay'] ?? c.req.query('ngay')
  const day = chosenDay(days, typeof asked === 'string' ? asked : undefined)
  const free =
    day?.state === 'free'
      ? await listFreeTimes(ctx, { serviceDayId: day.serviceDayId, minutes })
      : []
  const wrong = Object.keys(filled.errors).length > 0
  return render(
    c,
    <DeskPage
      title={wrong ? w.desk.wrong({ title: words.title }) : words.title}
      session={session}
      door="bookings"
      here={filled === blank ? here(c) : undefined}
      islands={['desk-keys.js']}
      back={{ href: paths.deskBookings(), label: w.deskBookings.title }}
    >
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <NearestTimes near={near} action={(day) => paths.deskBookingNew(day)}>
        <Carried filled={filled} />
      </NearestTimes>
      <form method="post" action={to(c, paths.deskBookingNew())}>
        <input type="hidden" name="khoa" value={keyOf(filled)} />
        <div class="grid-3">
          <div>
            <Checkboxes
              name="thu-tuc"
              label={words.what}
              hint={words.whatHint}
              filled={filled}
              options={popular.map((it) => ({
                value: it.code,
                label: shorten(it.plainName, 60)[lang],
              }))}
            />
            <Field name="ma" label={words.other} filled={filled} width="mid" optional />
          </div>
          <div>
            <Select
              name="ngay"
              label={words.day}
              filled={filled}
              initial={day?.serviceDayId}
              empty={false}
              options={dayOptions(days, lang, w)}
            />
            <p>
              <button class="button quiet" name="viec" value="xem">
                {words.see}
              </button>{' '}
              <span class="hint">{words.minutes({ minutes })}</span>
            </p>
            {day && free.length > 0 ? (
              <TimeChips free={free} hours={day.hours} filled={filled} />
            ) : (
              <NoTimes serviceDayId={day?.serviceDayId} slug={session.office.slug} />
            )}
          </div>
          <div>
            <Field name="ten" label={words.name} filled={filled} maxlength={120} />
            <Field
              name="dien-thoai"
              type="tel"
              label={words.phone}
              hint={words.phoneHint}
              filled={filled}
              width="mid"
              optional
            />
            <Field name="nguoi-dat" label={words.booker} filled={filled} maxlength={120} optional />
            <Field name="ghi-chu" label={words.note} filled={filled} maxlength={500} optional />
            <WayFields
              filled={filled}
              ways={ways}
              names={{ way: 'bao', email: 'email' }}
              mayStayOpen
            />
            <button class="button" name="viec" value="dat" data-key="Ctrl+Enter">
              {words.do} <kbd hidden>Ctrl ↵</kbd>
            </button>
          </div>
        </div>
      </form>
      <desk-keys></desk-keys>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}

function NoTimes({ serviceDayId, slug }: { serviceDayId: string | undefined; slug: string }) {
  const { w, to } = useView()
  const words = w.deskBookings.form
  return (
    <p id="o-gio">
      {words.noTimes}{' '}
      {serviceDayId && <a href={to(paths.bookDay(slug, serviceDayId))}>{words.wait}</a>}
    </p>
  )
}

/** All that was said but the day and the time, which the near time brings with it. */
function Carried({ filled }: { filled: Filled }) {
  const said = Object.entries(filled.values).filter(
    ([name]) => !['ngay', 'gio', 'viec'].includes(name),
  )
  return (
    <>
      {said.flatMap(([name, values]) =>
        [values].flat().map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  )
}
