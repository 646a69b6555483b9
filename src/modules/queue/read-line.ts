import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { readOfficerNames } from '#src/modules/identity/index.ts'
import { listCounters } from '#src/modules/offices/index.ts'
import type { CounterNow, Line } from './line.ts'
import { listLastCommands } from './list-last-commands.ts'
import { listSittings, type Sitting } from './list-sittings.ts'
import { readDay } from './read-day.ts'
import { readFlow } from './read-flow.ts'
import { readRules } from './read-rules.ts'
import { readVisits, type StoredVisit } from './read-visits.ts'
import { mayRejoinUntil } from './rejoin-until.ts'

/** Who left so long ago no longer stands on the desk's screen. */
const lately = 30 * 60_000

/**
 * The whole line as the desk sees it: counters, who waits in which order and for what, who is set
 * aside, who has just left, what was done last. Refuses another office's day.
 */
export async function readLine(ctx: Ctx, input: { serviceDayId: string }): Promise<Line> {
  requireRight(ctx, 'queue.run')
  const { day, dayOpen } = await readDay(ctx, input.serviceDayId)
  // Counted before the rest is read: what comes in between is then seen as a change, not missed.
  const counted = await count(ctx, day.id)
  const leftSince = new Date(ctx.now.getTime() - lately)
  const visits = await readVisits(ctx, day.id, { leftSince })
  const sittings = await listSittings(ctx, day.id)
  const rules = await readRules(ctx)
  const waiting = visits.filter((it) => it.state === 'waiting')
  const flow = dayOpen ? await readFlow(ctx, day, visits, sittings) : null
  return {
    ...{ serviceDayId: day.id, dayOpen, asOf: ctx.now, ...counted },
    counters: await placeCounters(ctx, visits, sittings),
    waiting,
    onHold: visits.filter((it) => it.state === 'hold'),
    leftLately: visits
      .filter((it) => it.state === 'left')
      .map((it) => ({
        ...it,
        leftAt: it.since,
        mayRejoinUntil: dayOpen ? mayRejoinUntil(rules, it, ctx.now) : null,
      }))
      .sort((a, b) => b.leftAt.getTime() - a.leftAt.getTime()),
    lastCommands: await listLastCommands(ctx, day.id),
    waitMinutes: flow?.waitOf(waiting.length) ?? null,
  }
}

async function placeCounters(
  ctx: Ctx,
  visits: readonly StoredVisit[],
  sittings: readonly Sitting[],
): Promise<CounterNow[]> {
  const names = await readOfficerNames(
    ctx,
    sittings.map((it) => it.officerId),
  )
  const counters = await listCounters(ctx)
  return counters.flatMap(({ id, number, name, inUse }) => {
    const sitting = sittings.find((it) => it.counterId === id)
    const visit = visits.find(
      (it) => it.counterId === id && (it.state === 'called' || it.state === 'serving'),
    )
    if (!inUse && !sitting && !visit) return []
    return {
      ...{ counterId: id, number, name, visit: visit ?? null },
      officerId: sitting?.officerId ?? null,
      officerName: (sitting && names.get(sitting.officerId)?.fullName) ?? null,
      sittingSince: sitting?.since ?? null,
    }
  })
}

/** Both kinds of change only ever add up, so the sum is a version. */
async function count(
  ctx: Ctx,
  serviceDayId: string,
): Promise<Pick<Line, 'version' | 'given' | 'served'>> {
  const { rows } = await sql<Pick<Line, 'version' | 'given' | 'served'>>`
    select (select count(*)::int from queue.command
             where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId})
           + (select count(*)::int + count(to_at)::int from queue.sitting
               where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId}) as version,
           (select count(*)::int from queue.visit
             where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId}) as given,
           (select count(*)::int from queue.period
             where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId}
               and kind = 'left' and outcome = 'served' and to_at is null and not undone) as served`.execute(
    ctx.db,
  )
  return rows[0]!
}
