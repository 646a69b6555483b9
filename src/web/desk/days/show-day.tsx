import type { Context } from 'hono'
import { listProcedures } from '#src/modules/catalogue/index.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { listRequests, readServiceDayFigures } from '#src/modules/requests/index.ts'
import { openDay } from '#src/errands/open-day.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import { sayDate, today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { isUuid } from '../../public/is-uuid.ts'
import { blank, tryDeed, type Filled } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DayAside } from './day-aside.tsx'
import { DayFacts } from './day-facts.tsx'
import { DayRequests } from './day-requests.tsx'
import { DayTag } from './day-tag.tsx'
import { readCount, ToTell } from './to-tell.tsx'

/** A day before, during and after: its facts, its requests, and what may be done with it. */
export async function showDay(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, lang, w } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const day = await getServiceDay(ctx, { serviceDayId: id })
  const reads = session.officer.rights.includes('requests.read')
  const { programme } = day
  const [venue, officers, items, figures, page] = await Promise.all([
    getVenue(ctx, { venueId: day.venueId }),
    readOfficerNames(ctx, day.officerIds),
    listProcedures(ctx, { codes: programme.procedures.map((it) => it.code) }),
    readServiceDayFigures(ctx, { serviceDayId: id }),
    reads ? listRequests(ctx, { serviceDayId: id, limit: 200 }) : null,
  ])
  const name = lang === 'vi' ? programme.nameVi : programme.nameEn
  const title = w.deskDays.day.title({ programme: name, date: sayDate(lang, day.date) })
  return render(
    c,
    <DeskPage
      title={title}
      session={session}
      door="days"
      here={filled === blank ? here(c) : undefined}
      back={{ href: paths.deskDays(), label: w.deskDays.title }}
    >
      <Done said={readDone(c, w.deskDays.done)} />
      <ToTell count={readCount(c.req.query('bao'))} rights={session.officer.rights} />
      <ErrorSummary filled={filled} />
      <h1>{title}</h1>
      <p>
        <DayTag day={day} />
      </p>
      <div class="columns">
        <div class="column">
          <DayFacts day={day} venue={venue} officers={[...officers.values()]} items={items} />
          <DayRequests day={day} figures={figures} requests={page?.items ?? null} />
        </div>
        <DayAside day={day} session={session} now={today(ctx.now)} />
      </div>
    </DeskPage>,
    filled === blank ? 200 : 409,
  )
}

/** Opens the desk for today's day. */
export async function doOpen(c: Context<Env>) {
  const { ctx, lang } = c.var
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { filled } = await tryDeed({ values: {}, errors: {} }, lang, () =>
    openDay(ctx, { serviceDayId: id }),
  )
  return filled ? showDay(c, filled) : c.redirect(to(c, `${paths.deskDay(id)}?xong=mo`), 303)
}
