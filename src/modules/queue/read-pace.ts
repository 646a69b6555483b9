import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { listServiceDays, type ServiceDay } from '#src/modules/service-days/index.ts'
import { paceOf, type Pace } from './estimate-wait.ts'
import { readRules } from './read-rules.ts'

const priorDays = 28

/**
 * How long serving one person takes at this desk: the middle half of today's; before three were
 * served today, of the last four weeks'; before that, what the office expects of those who wait.
 */
export async function readPace(ctx: Ctx, day: ServiceDay): Promise<Pace> {
  const today = paceOf(await listServedSeconds(ctx, [day.id]))
  if (today) return today
  const from = day.date.subtract({ days: priorDays })
  const before = await listServiceDays(ctx, { from, to: day.date.subtract({ days: 1 }) })
  const lately = before.length > 0 ? before.map((it) => it.id) : []
  return paceOf(await listServedSeconds(ctx, lately)) ?? expectedPace(ctx, day)
}

/** For each person who was served and has gone: how long they took up a counter. */
async function listServedSeconds(ctx: Ctx, serviceDayIds: readonly string[]): Promise<number[]> {
  if (serviceDayIds.length === 0) return []
  const { rows } = await sql<{ seconds: number }>`
    select extract(epoch from sum(s.to_at - s.from_at))::int as seconds
      from queue.period l
      join queue.period s on s.visit_id = l.visit_id and s.kind in ('called', 'serving')
                         and not s.missed and not s.undone and s.to_at is not null
     where l.office_id = ${ctx.officeId} and l.service_day_id = any(${serviceDayIds}::uuid[])
       and l.kind = 'left' and l.outcome = 'served' and l.to_at is null and not l.undone
     group by l.visit_id`.execute(ctx.db)
  return rows.map((row) => row.seconds)
}

/** Nothing is known yet: what was expected, give or take half of it. */
async function expectedPace(ctx: Ctx, day: ServiceDay): Promise<Pace> {
  const { usualMinutes } = await readRules(ctx)
  const { rows } = await sql<{ minutes: number | null }>`
    select avg(minutes)::float as minutes from (
      select coalesce(sum(coalesce(e.minutes, ${usualMinutes})), ${usualMinutes}) as minutes
        from queue.period p
        left join queue.visit_procedure w on w.visit_id = p.visit_id
        left join queue.expected_minutes e on e.office_id = w.office_id
                                          and e.procedure_code = w.procedure_code
       where p.office_id = ${ctx.officeId} and p.service_day_id = ${day.id}
         and p.kind = 'waiting' and p.to_at is null and not p.undone and w.visit_id is not null
       group by p.visit_id) waiting`.execute(ctx.db)
  const seconds = (rows[0]?.minutes ?? usualMinutes) * 60
  return { quick: seconds / 2, slow: seconds * 1.5 }
}
