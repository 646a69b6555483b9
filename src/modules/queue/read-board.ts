import type { Ctx } from '#src/base/ctx.ts'
import { listCounters } from '#src/modules/offices/index.ts'
import type { Board, BoardCall } from './board.ts'
import { callIdOf } from './call.ts'
import { listSittings } from './list-sittings.ts'
import { readDay } from './read-day.ts'
import { readFlow } from './read-flow.ts'
import { readVisits, type StoredVisit } from './read-visits.ts'

/**
 * What everybody in the hall may see and hear: which number is called where, how many wait, about
 * how long. Numbers and counters only. Refuses another office's day.
 */
export async function readBoard(ctx: Ctx, input: { serviceDayId: string }): Promise<Board> {
  const { day, dayOpen } = await readDay(ctx, input.serviceDayId)
  const visits = await readVisits(ctx, day.id)
  const signs = new Map((await listCounters(ctx)).map((it) => [it.id, it.number]))
  const waiting = visits.filter((it) => it.state === 'waiting').length
  const flow = dayOpen ? await readFlow(ctx, day, visits, await listSittings(ctx, day.id)) : null
  return {
    ...{ serviceDayId: day.id, dayOpen, waiting, asOf: ctx.now },
    calls: visits
      .flatMap((it) => callOf(it, signs))
      .sort((a, b) => b.at.getTime() - a.at.getTime()),
    waitMinutes: flow?.waitOf(waiting) ?? null,
  }
}

function callOf(visit: StoredVisit, signs: ReadonlyMap<string, number>): BoardCall[] {
  const counter = visit.counterId === null ? undefined : signs.get(visit.counterId)
  if (counter === undefined || (visit.state !== 'called' && visit.state !== 'serving')) return []
  return [
    {
      ...{ code: visit.code, counter, at: visit.lastCallAt ?? visit.since },
      callId: callIdOf({ id: visit.periodId, calls: visit.calls }),
      serving: visit.state === 'serving',
    },
  ]
}
