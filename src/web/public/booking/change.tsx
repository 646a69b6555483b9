import type { Context } from 'hono'
import { z } from 'zod'
import { giveSeatOn } from '#src/errands/give-seat-on.ts'
import {
  appointmentCan,
  changeAppointment,
  listBookableDays,
  listFreeTimes,
  type Appointment,
  type NearTime,
} from '#src/modules/queue/index.ts'
import type { WholeServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate, sayTime } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled, readBody, readForm } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { findAsked } from './appointment.tsx'
import { clock } from './clock-of.ts'
import { DayHead } from './day-head.tsx'
import { DayPicks } from './day-picks.tsx'
import { Hidden } from './hidden.tsx'
import { keyFor } from './key-for.ts'
import { NearestTimes } from './nearest-times.tsx'
import { readDayAsked } from './time.tsx'
import { TimeChips } from './time-chips.tsx'
import { keyOf } from './time-form.tsx'
import { tryBooking } from './try-booking.ts'

/** Another day for an appointment; what was said of it stays. */
export async function showChange(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const it = await findAsked(c)
  if (!it) return answerUnknown(c, w.bookingPages.hen)
  if (!appointmentCan('change', it.state)) return toAppointment(c, it)
  const said = w.bookingPages.change
  const days = await listBookableDays(ctx, { procedureCodes: it.procedureCodes, party: it.party })
  return render(
    c,
    <PublicPage title={said.title} office={office} here={doorOf(c, it)} back={backTo(c, it)}>
      <h1>{said.title}</h1>
      <p>
        {it.state === 'booked' && (
          <>
            {said.now({ time: sayTime(lang, it.start), date: sayDate(lang, it.date) })} {said.lead}
          </>
        )}
      </p>
      {days.length === 0 ? (
        <p>{w.bookingPages.choose.none}</p>
      ) : (
        <form>
          <h2>{said.day}</h2>
          <DayPicks days={days} path={(id) => doorOf(c, it, id)} />
        </form>
      )}
    </PublicPage>,
  )
}

export async function showChangeTimes(c: Context<Env>) {
  const it = await findAsked(c)
  const day = it && (await readDayAsked(c))
  if (!it || !day) return answerUnknown(c, c.var.w.bookingPages.hen)
  if (!appointmentCan('change', it.state)) return toAppointment(c, it)
  return answerTimes(c, it, day, blank, [])
}

/** The old place is given back only once the new one is had; the waiting list is offered it. */
export async function answerChange(c: Context<Env>) {
  const { ctx, w } = c.var
  const it = await findAsked(c)
  const day = it && (await readDayAsked(c))
  if (!it || !day) return answerUnknown(c, w.bookingPages.hen)
  const chosen = z.object({ gio: clock(w.bookingPages.time.choose), khoa: z.string() })
  const { data, filled } = readForm(chosen, await readBody(c))
  if (!data) return answerTimes(c, it, day, filled, [])
  const { refused } = await tryBooking(c, filled, () =>
    changeAppointment(ctx, {
      token: it.token,
      clientKey: keyFor(data.khoa, day.id, data.gio),
      serviceDayId: day.id,
      start: Temporal.PlainTime.from(data.gio),
    }),
  )
  if (refused) return answerTimes(c, it, day, refused.filled, refused.near)
  await giveSeatOn(ctx, it)
  return toAppointment(c, it, 'doi')
}

function toAppointment(c: Context<Env>, it: Appointment, done?: string) {
  const path = to(c, paths.appointment(c.var.office.slug, it.token))
  return c.redirect(done === undefined ? path : `${path}?xong=${done}`, 303)
}

function doorOf(c: Context<Env>, it: Appointment, serviceDayId?: string): string {
  const deed = serviceDayId === undefined ? 'doi' : `doi/${serviceDayId}`
  return paths.appointmentDo(c.var.office.slug, it.token, deed)
}

function backTo(c: Context<Env>, it: Appointment) {
  const { office, w } = c.var
  return { href: paths.appointment(office.slug, it.token), label: w.bookingPages.change.keep }
}

async function answerTimes(
  c: Context<Env>,
  it: Appointment,
  day: WholeServiceDay,
  filled: Filled,
  near: NearTime[],
) {
  const { ctx, office, lang, w } = c.var
  const said = w.bookingPages.change
  const wanted = { serviceDayId: day.id, minutes: it.minutes, party: it.party }
  const free = await listFreeTimes(ctx, wanted)
  const wrong = Object.keys(filled.errors).length > 0
  const title = said.times({ date: sayDate(lang, day.date) })
  const hidden = <Hidden codes={[]} clientKey={keyOf(filled)} />
  return render(
    c,
    <PublicPage
      title={wrong ? w.public.wrong({ title }) : title}
      office={office}
      here={doorOf(c, it, day.id)}
      back={{ href: doorOf(c, it), label: w.bookingPages.time.otherDay }}
    >
      <ErrorSummary filled={filled} />
      <DayHead day={day} title={said.title} />
      <NearestTimes near={near} action={(id) => doorOf(c, it, id)}>
        {hidden}
      </NearestTimes>
      {free.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <form method="post" action={to(c, doorOf(c, it, day.id))}>
          {hidden}
          <TimeChips free={free} hours={day.hours} filled={filled} />
          <button class="button">{said.do}</button>
        </form>
      )}
    </PublicPage>,
    wrong ? 422 : 200,
  )
}
