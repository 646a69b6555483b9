import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'

/** Stands where a name was, in rows that must have one. */
const forgotten = '–'

/**
 * Erases who came, booked or waited for a day before this date: names, phones, notes. What was counted stays: times, procedures, how many people.
 */
export async function forgetOldPeople(
  ctx: Ctx,
  input: { before: Temporal.PlainDate },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const days = sql`select f.service_day_id from queue.day_frame f
      where f.office_id = ${ctx.officeId} and f.date < ${input.before}`
    await sql`delete from queue.appointment_person where office_id = ${ctx.officeId}
      and appointment_id in (select id from queue.appointment where service_day_id in (${days}))`.execute(
      ctx.db,
    )
    await sql`update queue.appointment
       set person_name = case when person_name is null then null else ${forgotten} end,
           organisation = case when organisation is null then null else ${forgotten} end,
           booker_name = null, phone_sealed = null, phone_mark = null, note = null,
           end_reason = null
     where office_id = ${ctx.officeId} and service_day_id in (${days})
       and (phone_sealed is not null or booker_name is not null or note is not null
            or end_reason is not null or person_name <> ${forgotten}
            or organisation <> ${forgotten})`.execute(ctx.db)
    await sql`update queue.visit set name = null, phone_sealed = null, phone_mark = null
     where office_id = ${ctx.officeId} and service_day_id in (${days})
       and (name is not null or phone_sealed is not null)`.execute(ctx.db)
    await sql`update queue.wish
       set name = ${forgotten}, phone_sealed = '', phone_mark = ''
     where office_id = ${ctx.officeId} and service_day_id in (${days})
       and state not in ('waiting', 'offered') and name <> ${forgotten}`.execute(ctx.db)
  })
}
