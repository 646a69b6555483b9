import type { Ctx } from '#src/base/ctx.ts'
import { listCounters } from '#src/modules/offices/index.ts'
import type { Board } from './board.ts'
import { listLastCalls } from './list-last-calls.ts'
import { listSittings } from './list-sittings.ts'
import { readDay } from './read-day.ts'
import { readFlow } from './read-flow.ts'
import { readVisits } from './read-visits.ts'

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
    calls: await listLastCalls(ctx, day.id, signs),
    waitMinutes: flow?.waitOf(waiting) ?? null,
  }
}
