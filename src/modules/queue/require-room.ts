import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { ServiceDay } from '#src/modules/service-days/index.ts'
import { instantOf } from './clock.ts'

/**
 * Refuses one more walk-in where the day has room for so many people: those who came, and those
 * booked who may still come until their time ends. To be asked while the day's number is held, so
 * that two do not take the last place.
 */
export async function requireRoom(ctx: Ctx, day: ServiceDay): Promise<void> {
  if (day.capacity === null) return
  const minuteNow = Math.floor((ctx.now.getTime() - instantOf(day.date, 0).getTime()) / 60_000)
  const { rows } = await sql<{ came: number; kept: number }>`
    select (select count(*) from queue.visit
             where office_id = ${ctx.officeId} and service_day_id = ${day.id}) as came,
           (select coalesce(sum(greatest(a.party - (
                     select count(*) from queue.visit v where v.appointment_id = a.id), 0)), 0)
              from queue.appointment a
             where a.office_id = ${ctx.officeId} and a.service_day_id = ${day.id}
               and a.state = 'booked'
               and a.from_minute + a.minutes > ${minuteNow}) as kept`.execute(ctx.db)
  const { came = 0, kept = 0 } = rows[0] ?? {}
  if (came + kept < day.capacity) return
  throw kept > 0
    ? new Refusal('queue.line_full_but_booked', { params: { kept } })
    : new Refusal('queue.line_full')
}
