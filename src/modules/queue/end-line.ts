import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { command } from './command.ts'
import { readDay } from './read-day.ts'

/**
 * After a service day has closed: who is at a counter was served, everybody who still waits has left,
 * sent elsewhere for the reason of the closing, and the officers have got up; `beginLineAgain` takes
 * it back. Done again, it does nothing more. Refuses a day whose line is open. Answers how many had to be sent away.
 */
export async function endLine(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<{ sentAway: number }> {
  requireRight(ctx, 'service_days.run')
  const { day, dayOpen } = await readDay(ctx, input.serviceDayId)
  if (dayOpen) throw new Refusal('queue.line_still_open')
  if (!(await anybodyLeft(ctx, day.id))) return { sentAway: 0 }
  return command(
    ctx,
    { kind: 'end', clientKey: `end-${randomUUID()}`, serviceDayId: day.id },
    async (ctx, command) => {
      // Whoever moves somebody at this moment goes first; then nobody moves until it is done.
      await sql`select 1 from queue.visit
                 where office_id = ${ctx.officeId} and service_day_id = ${day.id}
                 order by id for no key update`.execute(ctx.db)
      const { rows } = await sql<{ id: number; outcome: string }>`
        with ended as (
          update queue.period set to_at = greatest(from_at, ${ctx.now})
           where office_id = ${ctx.officeId} and service_day_id = ${day.id}
             and kind <> 'left' and to_at is null and not undone
          returning visit_id, kind, counter_id, to_at),
        got_up as (
          update queue.sitting set to_at = greatest(from_at, ${ctx.now})
           where office_id = ${ctx.officeId} and service_day_id = ${day.id} and to_at is null)
        insert into queue.period (office_id, service_day_id, visit_id, kind, from_at, counter_id,
                                  outcome, reason)
          select ${ctx.officeId}, ${day.id}, visit_id, 'left', to_at, counter_id,
                 (case when kind = 'serving' then 'served' else 'sent_elsewhere' end)::queue.outcome,
                 case when kind <> 'serving' then ${day.closeReason}::text end
            from ended
          returning id, outcome`.execute(ctx.db)
      const sentAway = rows.filter((row) => row.outcome === 'sent_elsewhere').map((row) => row.id)
      command.did.opened.push(...sentAway)
      return { sentAway: sentAway.length }
    },
    async (_, done) => ({ sentAway: done.did.opened.length }),
  )
}

async function anybodyLeft(ctx: Ctx, serviceDayId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from queue.period
     where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId}
       and kind <> 'left' and to_at is null and not undone
    union all
    select 1 from queue.sitting
     where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId} and to_at is null
    limit 1`.execute(ctx.db)
  return rows.length > 0
}
