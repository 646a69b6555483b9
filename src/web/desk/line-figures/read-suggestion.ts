import type { Ctx } from '#src/base/ctx.ts'
import { listCounters } from '#src/modules/offices/index.ts'
import { readRules } from '#src/modules/queue/index.ts'
import { readLineFigures, suggestCapacity, type Suggestion } from '#src/modules/reports/index.ts'
import {
  findNextServiceDay,
  getServiceDay,
  type ServiceDay,
  type Span,
} from '#src/modules/service-days/index.ts'
import { today } from '../../dates.ts'

export type Suggested = {
  next: ServiceDay
  minutes: number
  counters: number
  /** Kept for walk-ins as the office has set it now. */
  walkInPercent: number
  /** Null while too little was measured. */
  suggestion: Suggestion | null
}

/** The next service day with what it has room for, from how the line went in the last half year. */
export async function readSuggestion(ctx: Ctx): Promise<Suggested | null> {
  const next = await findNextServiceDay(ctx)
  if (!next) return null
  const now = today(ctx.now)
  const [{ officerIds }, counters, { walkInPercent }, { days }] = await Promise.all([
    getServiceDay(ctx, { serviceDayId: next.id }),
    listCounters(ctx),
    readRules(ctx),
    readLineFigures(ctx, { from: now.subtract({ weeks: 26 }), to: now.subtract({ days: 1 }) }),
  ])
  const ahead = {
    minutes: lengthOf(next.hours.morning) + lengthOf(next.hours.afternoon),
    counters: lanesOf(counters.filter((it) => it.inUse).length, officerIds.length),
  }
  return { next, ...ahead, walkInPercent, suggestion: suggestCapacity(days, ahead) }
}

function lengthOf(span: Span | null): number {
  if (!span) return 0
  const { from, to } = span
  return Temporal.PlainTime.from(from).until(to).total('minutes')
}

/** No more than there are counters, nor than officers who sit there; what is not said does not bind. */
function lanesOf(counters: number, officers: number): number {
  const said = [counters, officers].filter((it) => it > 0)
  return said.length === 0 ? 1 : Math.min(...said)
}
