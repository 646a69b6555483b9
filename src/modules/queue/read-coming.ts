import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { readDay } from './read-day.ts'
import { instantOf } from './clock.ts'

/** When somebody came, and for when they had booked. */
export async function readComing(
  ctx: Ctx,
  visitId: string,
): Promise<{ at: Date; bookedAt: Date | null }> {
  const { rows } = await sql<{ at: Date; serviceDayId: string; startMinute: number | null }>`
    select v.taken_at as at, v.service_day_id as "serviceDayId",
           a.from_minute as "startMinute"
      from queue.visit v
      left join queue.appointment a on a.id = v.appointment_id
     where v.office_id = ${ctx.officeId} and v.id = ${visitId}`.execute(ctx.db)
  const { at, serviceDayId, startMinute } = rows[0]!
  if (startMinute === null) return { at, bookedAt: null }
  const { day } = await readDay(ctx, serviceDayId)
  return { at, bookedAt: instantOf(day.date, startMinute) }
}
