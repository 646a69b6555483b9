import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { timeOf } from './clock.ts'
import type { Wish } from './wish.ts'

type Row = Omit<Wish, 'offer'> & { starts: number | null; until: Date | null }

/** The wish of this link or this command; null when there is none. */
export async function findWish(
  ctx: Ctx,
  by: { token: string } | { clientKey: string },
): Promise<Wish | null> {
  const which = 'token' in by ? sql`w.token = ${by.token}` : sql`w.client_key = ${by.clientKey}`
  const { rows } = await sql<Row>`
    select w.id, w.token, w.state, w.service_day_id as "serviceDayId", f.date, w.part, w.minutes,
           w.procedure_codes as "procedureCodes", w.name, w.asked_at as "askedAt",
           w.offered_until as until, a.from_minute as starts,
           case when w.state = 'taken' then a.token end as "appointmentToken",
           (select count(*) from queue.wish b
             where b.service_day_id = w.service_day_id and b.state = 'waiting'
               and (b.asked_at, b.id) < (w.asked_at, w.id)) as ahead
      from queue.wish w
      join queue.day_frame f on f.service_day_id = w.service_day_id
      left join queue.appointment a on a.id = w.appointment_id
     where w.office_id = ${ctx.officeId} and ${which}`.execute(ctx.db)
  const [found] = rows
  if (!found) return null
  const { starts, until, ...wish } = found
  const offer =
    wish.state === 'offered' && starts !== null && until !== null
      ? { start: timeOf(starts), end: timeOf(starts + wish.minutes), until }
      : null
  return { ...wish, offer }
}
