import type { Context } from 'hono'
import { z } from 'zod'
import { listVenues } from '#src/modules/offices/index.ts'
import { listProgrammes, listServiceDays, planDays } from '#src/modules/service-days/index.ts'
import { today } from '../../dates.ts'
import type { Env } from '../../env.ts'
import { paths } from '../../paths.ts'
import { readDay } from '../../public/read-day.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../../read-form.ts'
import { here, render, to } from '../../render.tsx'
import { DeskPage } from '../../ui/desk-page.tsx'
import { Done, readDone } from '../../ui/done.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { daySaid } from '../day-said.ts'
import { DayTable } from './day-table.tsx'
import { DaysAside } from './days-aside.tsx'

const pastDays = 70

/** Days ahead and behind, and the programmes that they come from. `?truoc=` goes further back. */
export async function showDays(c: Context<Env>, filled: Filled = blank) {
  const { ctx, session, w } = c.var
  const now = today(ctx.now)
  const before = readDay(c.req.query('truoc'))
  const end = before ?? now
  const from = end.subtract({ days: pastDays })
  const [programmes, venues, ahead, past] = await Promise.all([
    listProgrammes(ctx),
    listVenues(ctx),
    before ? [] : listServiceDays(ctx, { from: now, to: now.add({ days: 400 }) }),
    listServiceDays(ctx, { from, to: end.subtract({ days: 1 }) }),
  ])
  const words = w.deskDays
  const table = { programmes, venues, now }
  return render(
    c,
    <DeskPage title={words.title} session={session} door="days" here={here(c)}>
      <Done said={readDone(c, words.done)} />
      <ErrorSummary filled={filled} />
      <h1>{words.title}</h1>
      <div class="columns">
        <div class="column">
          {ahead.length > 0 && <DayTable caption={words.ahead} days={ahead} {...table} />}
          {!before && ahead.length === 0 && (
            <p>
              <b>{words.noneAhead}</b> {programmes.length > 0 && words.noneAheadHint}
            </p>
          )}
          {past.length > 0 ? (
            <DayTable caption={words.past} days={past.toReversed()} {...table} />
          ) : (
            before && <p>{words.nonePast}</p>
          )}
          <p>
            <a href={to(c, `${paths.deskDays()}?truoc=${from.toString()}`)}>{words.older}</a>
          </p>
        </div>
        <DaysAside programmes={programmes} now={now} session={session} filled={filled} />
      </div>
    </DeskPage>,
    filled === blank ? 200 : 422,
  )
}

/** Plans the days of every programme until the day given. */
export async function doPlan(c: Context<Env>) {
  const { ctx, lang, w } = c.var
  const schema = z.object({ until: daySaid(w.deskDays.plan.untilMissing) })
  const { data, filled } = readForm(schema, await readBody(c))
  if (!data) return showDays(c, filled)
  const { done, filled: again } = await tryDeed(filled, lang, () => planDays(ctx, data))
  if (again) return showDays(c, again)
  const key = done > 0 ? 'planned' : 'nothingPlanned'
  return c.redirect(to(c, `${paths.deskDays()}?xong=${key}`), 303)
}
