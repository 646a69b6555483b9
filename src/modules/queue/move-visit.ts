import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { officerIdOf, type Command } from './command.ts'
import type { Standing } from './standing.ts'
import type { Outcome } from './visit.ts'

/** Where a visit goes next. */
type Next =
  | { kind: 'waiting'; turnAt: string; forCounterId?: string | null }
  | { kind: 'called' | 'serving'; counterId: string }
  | { kind: 'hold'; counterId: string | null }
  | { kind: 'left'; outcome: Outcome; reason?: string | null; counterId?: string | null }

/**
 * Ends the open period of a visit that is held, and begins the next at the same moment: when the
 * command was made, or when the period began if a clock says that this was later.
 */
export async function moveVisit(
  ctx: Ctx,
  command: Command,
  from: Standing,
  to: Next,
  missed = false,
): Promise<{ periodId: number; at: Date }> {
  const called = to.kind === 'called'
  const counterId = 'counterId' in to ? (to.counterId ?? null) : null
  const { rows } = await refuseBreach(
    { period_counter_serves_one_at_a_time: ['queue.counter_just_taken'] },
    () =>
      sql<{ id: number; at: Date }>`
    with ended as (
      update queue.period set to_at = greatest(from_at, ${command.at}), missed = ${missed}
       where office_id = ${ctx.officeId} and id = ${from.periodId}
      returning to_at)
    insert into queue.period
        (office_id, service_day_id, visit_id, kind, from_at, turn_at, for_counter_id,
         counter_id, officer_id, calls, last_call_at, outcome, reason)
      select ${ctx.officeId}, ${from.serviceDayId}, ${from.visitId}, ${to.kind}, to_at,
             ${to.kind === 'waiting' ? to.turnAt : null}::timestamptz,
             ${to.kind === 'waiting' ? (to.forCounterId ?? null) : null}::uuid,
             ${counterId}::uuid, ${officerIdOf(ctx)}::uuid, ${called ? 1 : 0},
             case when ${called} then to_at end,
             ${to.kind === 'left' ? to.outcome : null}::queue.outcome,
             ${to.kind === 'left' ? (to.reason ?? null) : null}
        from ended
      returning id, from_at as at`.execute(ctx.db),
  )
  const [begun] = rows
  if (!begun) throw new Error(`period ${from.periodId} was not open`)
  command.did.closed.push(from.periodId)
  command.did.opened.push(begun.id)
  return { periodId: begun.id, at: begun.at }
}
