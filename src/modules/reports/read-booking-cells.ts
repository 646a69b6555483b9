import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Period } from './period.ts'

/** The appointments that began in one hour of one day, whose day has passed. */
export type BookingCell = {
  hour: number
  serviceDayId: string
  date: Temporal.PlainDate
  people: number
  came: number
}

/**
 * Counts who was booked on days of the period that were held and are over, and who of them came. A
 * group of forty of whom thirty came is thirty who came and ten who did not.
 */
export async function readBookingCells(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
  today: Temporal.PlainDate,
): Promise<BookingCell[]> {
  const { rows } = await sql<BookingCell>`
    select coalesce(a.start_hour, 0) as hour, a.service_day_id as "serviceDayId", a.date,
           sum(a.party)::int as people, sum(least(a.people_came, a.party))::int as came
      from queue.appointment_report a
      join service_days.service_day_report d
        on d.office_id = a.office_id and d.service_day_id = a.service_day_id
     where a.office_id = ${ctx.officeId} and a.date between ${from} and ${to}
       and a.state = 'booked'
       and (d.state = 'closed' or d.state = 'open' and d.date < ${today})
     group by 1, 2, 3
     order by 3, 1
  `.execute(ctx.db)
  return rows
}
