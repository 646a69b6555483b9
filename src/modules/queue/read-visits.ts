import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { timeOf } from './clock.ts'
import { ticketCode } from './ticket.ts'
import type { LineVisit } from './visit.ts'

/** A visit with what orders the line and names its call. */
export type StoredVisit = LineVisit & { token: string; periodId: number; position: number }

type Row = Omit<StoredVisit, 'code' | 'bookedFor'> & { startMinute: number | null }

/**
 * The visits of a day as they stand, by their place in line; of those who have left only the ones
 * since a moment, or all. One question for the whole line, whoever asks.
 */
export async function readVisits(
  ctx: Ctx,
  serviceDayId: string,
  which: { leftSince?: Date } = {},
): Promise<StoredVisit[]> {
  const gone: RawBuilder<unknown> = which.leftSince
    ? sql`(p.kind <> 'left' or p.from_at >= ${which.leftSince})`
    : sql`p.kind <> 'left'`
  const { rows } = await sql<Row>`
    select v.id as "visitId", v.series, v.number, v.token, v.name, v.priority, v.source,
           v.taken_at as "takenAt", v.appointment_id as "appointmentId",
           v.phone_sealed is not null as "hasPhone",
           p.id as "periodId", p.kind as state, p.from_at as since, p.counter_id as "counterId",
           p.officer_id as "officerId", w.for_counter_id as "forCounterId", p.calls,
           p.last_call_at as "lastCallAt", p.outcome, p.reason,
           (extract(epoch from w.turn_at) * 1000000)::bigint as "turnMicros",
           case when p.kind = 'waiting' then (row_number() over (
             partition by p.kind order by p.turn_at, p.visit_id))::int - 1 else 0 end as position,
           (select count(*)::int from queue.period m where m.visit_id = v.id and m.missed
               and not m.undone) as "missedCalls",
           array(select procedure_code from queue.visit_procedure w
                  where w.visit_id = v.id order by position) as "procedureCodes",
           a.from_minute as "startMinute", a.note
      from queue.period p
      join queue.visit v on v.id = p.visit_id
      left join queue.appointment a on a.id = v.appointment_id
      join lateral (
        select turn_at, for_counter_id from queue.period
         where visit_id = v.id and kind = 'waiting' and not undone
         order by id desc limit 1) w on true
     where p.office_id = ${ctx.officeId} and p.service_day_id = ${serviceDayId}
       and p.to_at is null and not p.undone and ${gone}
     order by w.turn_at, p.visit_id`.execute(ctx.db)
  return rows.map(({ startMinute, ...row }) => ({
    ...row,
    code: ticketCode(row),
    bookedFor: startMinute === null ? null : timeOf(startMinute),
  }))
}
