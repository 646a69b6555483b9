import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { getVenue, type Venue } from '#src/modules/offices/index.ts'
import {
  getAppointment,
  listGroup,
  readRules,
  type Appointment,
  type GroupMember,
} from '#src/modules/queue/index.ts'
import { getServiceDay, type WholeServiceDay } from '#src/modules/service-days/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { blank, type Filled } from '../../read-form.ts'
import { render, to } from '../../render.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { answerUnknown } from './answer-unknown.tsx'
import { AppointmentFacts } from './appointment-facts.tsx'
import { AppointmentCode } from './appointment-code.tsx'
import { AppointmentNews } from './appointment-news.tsx'
import { AppointmentDoors } from './appointment-doors.tsx'
import { ComeForm } from './come-form.tsx'
import { findOrNull } from './find-or-null.ts'

/** What the page of an appointment tells, read for it. */
export type AppointmentView = {
  it: Appointment
  day: WholeServiceDay
  venue: Venue
  items: ProcedureItem[]
  /** The places of a group; none of an appointment of one. */
  members: GroupMember[]
  lateMinutes: number
  now: Date
}

/** The page that is kept: shown when booked, then opened from the link or the QR code until the day. */
export async function showAppointment(c: Context<Env>) {
  const found = await findAsked(c)
  if (!found) return answerUnknown(c, c.var.w.bookingPages.hen)
  return answerAppointment(c, found, blank, 200)
}

/** The appointment whose token the address names; null when there is none. */
export async function findAsked(c: Context<Env>): Promise<Appointment | null> {
  return findOrNull(() => getAppointment(c.var.ctx, { token: c.req.param('token') ?? '' }))
}

export async function answerAppointment(
  c: Context<Env>,
  it: Appointment,
  filled: Filled,
  status: 200 | 422,
) {
  const { ctx, office, house, w } = c.var
  const view = await readView(ctx, it)
  const said = w.bookingPages.hen
  const title = said.title({ code: it.code })
  const here = paths.appointment(office.slug, it.token)
  const stands = it.state === 'booked'
  return render(
    c,
    <PublicPage
      title={status === 422 ? w.public.wrong({ title }) : title}
      office={office}
      here={here}
    >
      <ErrorSummary filled={filled} />
      <Done said={readDone(c, said.done)} />
      <AppointmentNews office={office.slug} view={view} />
      {stands && <AppointmentCode it={it} address={house.publicUrl + to(c, here)} />}
      {stands && <ComeForm office={office.slug} view={view} filled={filled} />}
      <AppointmentFacts office={office.slug} view={view} />
      <AppointmentDoors office={office.slug} view={view} />
    </PublicPage>,
    status,
  )
}

async function readView(ctx: Ctx, it: Appointment): Promise<AppointmentView> {
  const [day, venue, items, members, { lateMinutes }] = await Promise.all([
    getServiceDay(ctx, { serviceDayId: it.serviceDayId }),
    getVenue(ctx, { venueId: it.venueId }),
    listProcedures(ctx, { codes: it.procedureCodes }),
    it.party > 1 ? listGroup(ctx, { token: it.token }) : [],
    readRules(ctx),
  ])
  return { it, day, venue, items, members, lateMinutes, now: ctx.now }
}
