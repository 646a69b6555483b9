import type { Context } from 'hono'
import type { Ctx } from '#src/base/ctx.ts'
import { listProcedures, type ProcedureItem } from '#src/modules/catalogue/index.ts'
import { listBookableDays, readRules } from '#src/modules/queue/index.ts'
import {
  listProgrammes,
  listServiceDays,
  type ServiceDay,
} from '#src/modules/service-days/index.ts'
import { sayDate, today } from '../../dates.ts'
import type { Lang } from '#src/words/index.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { here, render, to } from '../../render.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { shorten } from '../../shorten.ts'
import { PublicPage } from '../../ui/public-page.tsx'
import { useView } from '../../view.ts'
import { listReasons } from '../about-day.tsx'
import { askedCodes } from './asked-codes.ts'
import { CameHidden } from './came-hidden.tsx'
import { DayPicks } from './day-picks.tsx'
import { ProcedureBoxes } from './procedure-boxes.tsx'

/** The first page of a booking: what for, and which day. Each day is a button of the one form. */
export async function showChoose(c: Context<Env>) {
  const { ctx, office, lang, w } = c.var
  const said = w.bookingPages.choose
  const codes = askedCodes(c.req.queries('thu-tuc'))
  const { horizonDays } = await readRules(ctx)
  const from = today(ctx.now)
  const [bookable, days] = await Promise.all([
    listBookableDays(ctx, { procedureCodes: codes }),
    listServiceDays(ctx, { from, to: from.add({ days: horizonDays }) }),
  ])
  const items = await listPromised(ctx, days, codes)
  const asked = items.filter((it) => codes.includes(it.code))
  return render(
    c,
    <PublicPage
      title={titleOf(said.title, asked, lang)}
      office={office}
      here={here(c)}
      description={said.lead}
      back={{ href: paths.home(office.slug), label: w.bookingPages.turn.back }}
    >
      <h1>{said.title}</h1>
      <p>
        {said.lead} <a href={to(c, paths.lineRules(office.slug))}>{said.rules}</a>
      </p>
      <Changed days={days} />
      {bookable.length === 0 ? (
        <Notice tone="sun" title={said.none}>
          <p>{said.noneHint}</p>
        </Notice>
      ) : (
        <form>
          <CameHidden c={c} />
          <ProcedureBoxes office={office.slug} items={items} chosen={codes} />
          <h2>{said.day}</h2>
          <p>{said.dayHint}</p>
          <DayPicks days={bookable} path={(id) => paths.bookDay(office.slug, id)} waiting />
        </form>
      )}
    </PublicPage>,
  )
}

/** With what is booked for in it, where it is one thing. */
function titleOf(title: string, asked: ProcedureItem[], lang: Lang): string {
  const [only] = asked
  return only && asked.length === 1 ? `${title}: ${shorten(only.plainName)[lang]}` : title
}

/** What is promised on these days and what was asked for, the most asked for first. */
async function listPromised(
  ctx: Ctx,
  days: ServiceDay[],
  asked: readonly string[],
): Promise<ProcedureItem[]> {
  const ids = new Set(days.map((it) => it.programmeId))
  const programmes = (await listProgrammes(ctx)).filter((it) => ids.has(it.id))
  const promised = programmes.flatMap((it) => it.procedures.map(({ code }) => code))
  return listProcedures(ctx, { codes: [...new Set([...promised, ...asked])] })
}

/** Days that people may be counting on and that will not be, or will be on another date. */
function Changed({ days }: { days: ServiceDay[] }) {
  const { lang, w } = useView()
  const changed = days.filter(
    (it) =>
      it.state === 'cancelled' || (it.movedReason !== null && !it.date.equals(it.announcedDate)),
  )
  if (changed.length === 0) return null
  return (
    <Notice tone="sun" title={w.bookingPages.choose.changed}>
      {changed.map((day) => (
        <p>
          <b>
            {day.state === 'cancelled'
              ? w.public.days.noService({ date: sayDate(lang, day.date) })
              : sayDate(lang, day.date)}
          </b>
          {'. '}
          {listReasons(day).map((reason) => (
            <>{reason} </>
          ))}
        </p>
      ))}
    </Notice>
  )
}
