import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Appointment, GroupPerson } from './appointment.ts'
import { timeOf } from './clock.ts'

type Row = Omit<Appointment, 'start' | 'end'> & { starts: number }

const columns = sql`
  w.id, w.token, w.code, w.state, w.service_day_id as "serviceDayId", w.date,
  w.day_state as "dayState", w.venue_id as "venueId", w.from_minute as starts, w.minutes,
  w.party, w.lanes, w.organisation, w.person_name as "personName",
  w.booker_name as "bookerName", w.note, w.through, w.has_phone as "hasPhone",
  w.held_until as "heldUntil", w.booked_at as "bookedAt", w.ended_at as "endedAt",
  w.end_reason as "endReason", w.procedure_codes as "procedureCodes", w.people,
  w.visit_token as "visitToken"`

/** Appointments with all that belongs to them, in order of time: one query. */
export async function selectAppointments(
  ctx: Ctx,
  which: RawBuilder<unknown>,
): Promise<Appointment[]> {
  const { rows } = await sql<Row>`
    select ${columns}
      from queue.appointment a cross join lateral queue.whole_appointment(a.id) w
     where a.office_id = ${ctx.officeId} and ${which}
     order by w.date, w.from_minute, w.id`.execute(ctx.db)
  return rows.map(appointmentOf)
}

function appointmentOf({ starts, ...it }: Row): Appointment {
  return {
    ...it,
    people: it.people satisfies GroupPerson[],
    start: timeOf(starts),
    end: timeOf(starts + it.minutes),
  }
}
