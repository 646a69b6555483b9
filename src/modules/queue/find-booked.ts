import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { QueueAppointmentState } from '#src/base/database.generated.ts'
import { lockDays } from './lock-days.ts'
import { ticketCode } from './ticket.ts'

/** An appointment as the door needs it: who may come with it, and who has come. */
export type Booked = {
  id: string
  token: string
  state: Exclude<QueueAppointmentState, 'held'>
  serviceDayId: string
  startMinute: number
  party: number
  personName: string | null
  organisation: string | null
  phone: { sealed: Buffer | null; mark: Buffer | null }
  procedureCodes: string[]
  people: { position: number; name: string; procedureCode: string | null }[]
  /** Who has a number, and which. */
  came: { position: number; code: string; visitId: string }[]
}

type Row = Omit<Booked, 'phone' | 'came'> & {
  sealed: Buffer | null
  mark: Buffer | null
  came: { position: number; series: string; number: number; visitId: string }[]
}

/**
 * The appointment of this code or link; the one that stands where an older one had the same code. A
 * seat that is only held is none.
 */
export async function findBooked(
  ctx: Ctx,
  by: { code: string } | { token: string },
): Promise<Booked | null> {
  const wanted =
    'code' in by ? sql`a.code = ${by.code.replace(/\D/g, '')}` : sql`a.token = ${by.token}`
  const { rows } = await sql<Row>`
    select a.id, a.token, a.state, a.service_day_id as "serviceDayId", a.party,
           a.person_name as "personName", a.organisation,
           a.phone_sealed as sealed, a.phone_mark as mark,
           a.from_minute as "startMinute",
           array(select procedure_code from queue.appointment_procedure w
                  where w.appointment_id = a.id order by position) as "procedureCodes",
           coalesce((select json_agg(json_build_object('position', position, 'name', name,
                                       'procedureCode', procedure_code))
              from queue.appointment_person where appointment_id = a.id), '[]') as people,
           coalesce((select json_agg(json_build_object('position', appointment_position,
                                       'series', series, 'number', number, 'visitId', id))
              from queue.visit where appointment_id = a.id), '[]') as came
      from queue.appointment a
     where a.office_id = ${ctx.officeId} and a.state <> 'held' and ${wanted}
     order by a.state = 'booked' desc, a.made_at desc
     limit 1`.execute(ctx.db)
  const [row] = rows
  if (!row) return null
  const { sealed, mark, ...booked } = row
  return {
    ...booked,
    phone: { sealed, mark },
    came: row.came.map(({ position, visitId, ...number }) => ({
      ...{ position, visitId, code: ticketCode(number) },
    })),
  }
}

/**
 * The same, held until the transaction ends, the day before the appointment as whoever changes one
 * holds them. Read after the locks, so that who came just now is seen.
 */
export async function holdBooked(ctx: Ctx, found: Booked): Promise<Booked | null> {
  await lockDays(ctx, [found.serviceDayId])
  await ctx.db
    .selectFrom('queue.appointment')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', found.id)
    .forNoKeyUpdate()
    .execute()
  return findBooked(ctx, found)
}
