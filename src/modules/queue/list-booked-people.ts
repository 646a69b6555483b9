import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { BookedPerson } from './booked-person.ts'
import { timeOf } from './clock.ts'

type Row = Omit<BookedPerson, 'start' | 'end'> & { starts: number; ends: number }

/** Who is booked on a day and has not come yet, with their phones sealed, to be told of a change. */
export async function listBookedPeople(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<BookedPerson[]> {
  if (!(ctx.actor.kind === 'officer' && ctx.actor.rights.includes('service_days.plan')))
    requireRight(ctx, 'queue.run')
  const { rows } = await sql<Row>`
    select a.id as "appointmentId", a.token, a.code, a.service_day_id as "serviceDayId", f.date,
           a.from_minute as starts, a.from_minute + a.minutes as ends,
           a.person_name as "personName", a.organisation, a.party, a.phone_sealed as "phoneSealed"
      from queue.appointment a
      join queue.day_frame f on f.service_day_id = a.service_day_id
     where a.office_id = ${ctx.officeId} and a.service_day_id = ${input.serviceDayId}
       and a.state = 'booked'
       and not exists (select from queue.visit v where v.appointment_id = a.id)
     order by a.from_minute, a.id`.execute(ctx.db)
  return rows.map(({ starts, ends, ...it }) => ({
    ...it,
    start: timeOf(starts),
    end: timeOf(ends),
  }))
}
