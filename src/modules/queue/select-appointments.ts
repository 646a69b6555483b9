import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Appointment, GroupPerson } from './appointment.ts'
import { timeOf } from './clock.ts'

type Row = Omit<Appointment, 'start' | 'end'> & { starts: number }

/** Appointments with all that belongs to them, in order of time: one query. */
export async function selectAppointments(
  ctx: Ctx,
  which: RawBuilder<unknown>,
): Promise<Appointment[]> {
  const { rows } = await sql<Row>`
    select a.id, a.token, coalesce(a.code, '') as code, a.state, a.service_day_id as "serviceDayId",
           f.date, f.state as "dayState", f.venue_id as "venueId", a.from_minute as starts, a.minutes,
           a.party, a.lanes, a.organisation, a.person_name as "personName",
           a.booker_name as "bookerName", a.note, a.through, a.phone_mark is not null as "hasPhone",
           a.held_until as "heldUntil", a.booked_at as "bookedAt", a.ended_at as "endedAt",
           a.end_reason as "endReason",
           array(select p.procedure_code from queue.appointment_procedure p
                  where p.appointment_id = a.id order by p.position) as "procedureCodes",
           case when a.party = 1 then '[]' else (
             select coalesce(jsonb_agg(jsonb_build_object('name', p.name, 'procedureCode',
                      p.procedure_code) order by p.position), '[]')
               from queue.appointment_person p where p.appointment_id = a.id) end as people,
           (select v.token from queue.visit v where v.appointment_id = a.id
             order by v.appointment_position limit 1) as "visitToken"
      from queue.appointment a
      join queue.day_frame f on f.service_day_id = a.service_day_id
     where a.office_id = ${ctx.officeId} and ${which}
     order by f.date, a.from_minute, a.id`.execute(ctx.db)
  return rows.map(({ starts, ...it }) => ({
    ...it,
    people: it.people satisfies GroupPerson[],
    start: timeOf(starts),
    end: timeOf(starts + it.minutes),
  }))
}
