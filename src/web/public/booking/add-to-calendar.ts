import type { Context } from 'hono'
import { getVenue } from '#src/modules/offices/index.ts'
import type { Appointment } from '#src/modules/queue/index.ts'
import { sayDate, sayTime, zone } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { to } from '../../render.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { findAsked } from './appointment.tsx'
import { writeCalendarFile } from './calendar-file.ts'

/** The appointment as a file that the calendar of any telephone opens. */
export async function sendCalendarFile(c: Context<Env>) {
  const { ctx, office, house, lang, w } = c.var
  const said = w.bookingPages.hen
  const it = await findAsked(c)
  if (!it) return answerUnknown(c, said)
  const venue = await getVenue(ctx, { venueId: it.venueId })
  const url = house.publicUrl + to(c, paths.appointment(office.slug, it.token))
  const when = {
    start: sayTime(lang, it.start),
    end: sayTime(lang, it.end),
    date: sayDate(lang, it.date),
  }
  const file = writeCalendarFile({
    uid: `${it.id}@taicho`,
    madeAt: ctx.now,
    bookedAt: it.bookedAt ?? ctx.now,
    start: instantOf(it, it.start),
    end: instantOf(it, it.end),
    title: said.event({ office: office.name[lang] }),
    place: [venue.name, venue.address].filter(Boolean).join(', '),
    about: [`${said.code}: ${it.code}`, said.whenSays(when), said.bringHint, url].join('\n'),
    url,
    cancelled: it.state !== 'booked',
  })
  return c.body(file, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${said.file({ code: it.code })}"`,
  })
}

function instantOf(it: Appointment, time: Temporal.PlainTime): Date {
  const { epochMilliseconds } = it.date.toZonedDateTime({ timeZone: zone, plainTime: time })
  return new Date(epochMilliseconds)
}
