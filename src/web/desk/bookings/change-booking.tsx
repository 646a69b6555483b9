import type { Context } from 'hono'
import { z } from 'zod'
import { giveSeatOn } from '#src/errands/give-seat-on.ts'
import {
  changeAppointment,
  listBookableDays,
  listFreeTimes,
  type NearTime,
} from '#src/modules/queue/index.ts'
import { sayDate, sayTime } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { clock } from '../../public/booking/clock-of.ts'
import { keyFor } from '../../public/booking/key-for.ts'
import { NearestTimes } from '../../public/booking/nearest-times.tsx'
import { TimeChips } from '../../public/booking/time-chips.tsx'
import { keyOf } from '../../public/booking/time-form.tsx'
import { tryBooking } from '../../public/booking/try-booking.ts'
import { blank, type Filled, readBody, readForm } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Select } from '../../ui/field.tsx'
import { chosenDay, dayOptions } from './day-options.ts'
import { findBooking } from './find-booking.ts'

/** Another time for somebody's appointment, on the same day or another. */
export function showChangeBooking(c: Context<Env>) {
  return answer(c, blank, [])
}

export async function takeChangeBooking(c: Context<Env>) {
  const { ctx, w } = c.var
  const it = await findBooking(c)
  if (!it) return c.notFound()
  const { form } = w.deskBookings
  const body = await readBody(c, { all: true })
  body['ngay'] ??= c.req.query('ngay') ?? ''
  const chosen = z.object({
    ngay: z.uuid(form.dayMissing),
    gio: clock(form.timeMissing),
    khoa: z.string().min(1).max(100),
  })
  const { data, filled } = readForm(chosen, body)
  if (filled.values['viec'] === 'xem') return answer(c, { values: filled.values, errors: {} }, [])
  if (!data) return answer(c, filled, [])
  const { refused } = await tryBooking(c, filled, () =>
    changeAppointment(ctx, {
      token: it.token,
      clientKey: keyFor(data.khoa, data.ngay, data.gio),
      serviceDayId: data.ngay,
      start: Temporal.PlainTime.from(data.gio),
    }),
  )
  if (refused) return answer(c, refused.filled, refused.near)
  await giveSeatOn(ctx, it)
  return c.redirect(`${to(c, paths.deskBooking(it.id))}?xong=changed`, 303)
}

async function answer(c: Context<Env>, filled: Filled, near: NearTime[]) {
  const { ctx, session, lang, w } = c.var
  const words = w.deskBookings
  const it = await findBooking(c)
  if (!it) return c.notFound()
  const { minutes, party, procedureCodes } = it
  const days = await listBookableDays(ctx, { procedureCodes, party })
  const asked = filled.values['ngay'] ?? c.req.query('ngay') ?? it.serviceDayId
  const day = chosenDay(days, typeof asked === 'string' ? asked : undefined)
  const free = day
    ? await listFreeTimes(ctx, { serviceDayId: day.serviceDayId, minutes, party })
    : []
  const wrong = Object.keys(filled.errors).length > 0
  const title = words.one.changeTitle({ code: it.code })
  const path = paths.deskBookingDo(it.id, 'doi')
  const key = <input type="hidden" name="khoa" value={keyOf(filled)} />
  return render(
    c,
    <DeskPage
      title={wrong ? w.desk.wrong({ title }) : title}
      session={session}
      door="bookings"
      narrow
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskBooking(it.id), label: words.one.back }}
    >
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      {it.state === 'booked' && (
        <p>
          {words.one.changeNow({ time: sayTime(lang, it.start), date: sayDate(lang, it.date) })}
        </p>
      )}
      <NearestTimes near={near} action={(day) => `${path}?ngay=${day}`}>
        {key}
      </NearestTimes>
      <form method="post" action={to(c, path)}>
        {key}
        <Select
          name="ngay"
          label={words.form.day}
          filled={filled}
          initial={day?.serviceDayId}
          empty={false}
          options={dayOptions(days, lang, w)}
        />
        <p>
          <button class="button quiet" name="viec" value="xem">
            {words.form.see}
          </button>{' '}
          <span class="hint">{words.form.minutes({ minutes })}</span>
        </p>
        {day && free.length > 0 ? (
          <TimeChips free={free} hours={day.hours} filled={filled} />
        ) : (
          <p id="o-gio">{words.form.noTimes}</p>
        )}
        <button class="button" name="viec" value="dat">
          {words.one.changeDo}
        </button>
      </form>
    </DeskPage>,
    wrong ? 422 : 200,
  )
}
