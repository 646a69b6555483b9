import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { QueueOutcome, QueuePeriodKind, QueuePriority } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { ticketCode } from './ticket.ts'
import { visitCan, type VisitAction, type VisitState } from './visit.ts'

/** A visit and its open period: where it stands. */
export type Standing = {
  visitId: string
  serviceDayId: string
  series: string
  number: number
  priority: QueuePriority | null
  periodId: number
  state: QueuePeriodKind
  since: Date
  counterId: string | null
  /** The only counter that calls them, now or when they last waited. */
  forCounterId: string | null
  calls: number
  missedCalls: number
  outcome: QueueOutcome | null
  /** Its place in line, now or when it last waited, to the microsecond. */
  turnAt: string
}

/** Where these visits stand. */
export async function readStandings(ctx: Ctx, visitIds: readonly string[]): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select v.id as "visitId", v.service_day_id as "serviceDayId", v.series, v.number, v.priority,
           p.id as "periodId", p.kind as state, p.from_at as since, p.counter_id as "counterId",
           p.calls, p.outcome,
           w.for_counter_id as "forCounterId", w.turn_at::text as "turnAt",
           (select count(*) from queue.period m
             where m.visit_id = v.id and m.missed and not m.undone) as "missedCalls"
      from queue.visit v
      join queue.period p on p.visit_id = v.id and p.to_at is null and not p.undone
      join lateral (
        select for_counter_id, turn_at from queue.period
         where visit_id = v.id and kind = 'waiting' and not undone
         order by id desc limit 1) w on true
     where v.office_id = ${ctx.officeId} and v.id = any(${visitIds}::uuid[])`.execute(ctx.db)
  return rows
}

/**
 * Where these visits stand, held until the transaction ends. All are asked for at once, in order of
 * id, so that two who each hold what the other wants cannot wait for one another.
 */
export async function lockVisits(ctx: Ctx, visitIds: readonly string[]): Promise<Standing[]> {
  await ctx.db
    .selectFrom('queue.visit')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('id', 'in', visitIds)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  // Asked again, now that nobody moves them: what the lock waited for is seen.
  return readStandings(ctx, visitIds)
}

const refusedIn: Record<VisitState, Refusal['code']> = {
  waiting: 'queue.visit_is_waiting',
  called: 'queue.visit_is_called',
  serving: 'queue.visit_is_serving',
  hold: 'queue.visit_is_on_hold',
  left: 'queue.visit_has_left',
}

/** One visit, held. Refuses a visit of another office, and what cannot be done from where it stands. */
export async function lockVisit(ctx: Ctx, visitId: string, action: VisitAction): Promise<Standing> {
  const [standing] = await lockVisits(ctx, [visitId])
  if (!standing) throw new Refusal('queue.visit_not_found')
  requireCan(action, standing)
  return standing
}

export function requireCan(action: VisitAction, standing: Standing): void {
  if (!visitCan(action, standing.state))
    throw new Refusal(refusedIn[standing.state], { params: { code: ticketCode(standing) } })
}
