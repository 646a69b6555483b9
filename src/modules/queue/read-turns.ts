import type { Ctx } from '#src/base/ctx.ts'
import { listCounters } from '#src/modules/offices/index.ts'
import { callIdOf } from './call.ts'
import { listSittings } from './list-sittings.ts'
import { readDay } from './read-day.ts'
import { readFlow } from './read-flow.ts'
import { readRules } from './read-rules.ts'
import { readVisits, type StoredVisit } from './read-visits.ts'
import { mayRejoinUntil } from './rejoin-until.ts'
import type { Turn } from './turn.ts'

/**
 * How far the line is for every ticket of a day, by the ticket's token: asked once for all the phones
 * that watch. Refuses another office's day.
 */
export async function readTurns(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<Map<string, Turn>> {
  const { day, dayOpen } = await readDay(ctx, input.serviceDayId)
  const visits = await readVisits(ctx, day.id, { leftSince: new Date(0) })
  const signs = new Map((await listCounters(ctx)).map((it) => [it.id, it.number]))
  const rules = await readRules(ctx)
  const flow = dayOpen ? await readFlow(ctx, day, visits, await listSittings(ctx, day.id)) : null
  const turnOf = (it: StoredVisit): Turn => {
    const waits = it.state === 'waiting'
    const counterId = waits ? it.forCounterId : it.counterId
    return {
      ...{ visitId: it.visitId, serviceDayId: day.id, dayOpen, code: it.code, state: it.state },
      ahead: it.position,
      waitMinutes: waits ? (flow?.waitOf(it.position) ?? null) : null,
      counter: (counterId === null ? undefined : signs.get(counterId)) ?? null,
      callId: it.calls > 0 ? callIdOf({ id: it.periodId, calls: it.calls }) : null,
      calledAt: it.lastCallAt,
      missedCalls: it.missedCalls,
      outcome: it.outcome,
      mayRejoinUntil: dayOpen ? mayRejoinUntil(rules, it, ctx.now) : null,
      asOf: ctx.now,
    }
  }
  return new Map(visits.map((it) => [it.token, turnOf(it)]))
}
