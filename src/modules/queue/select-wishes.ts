import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { timeOf } from './clock.ts'
import type { Wish } from './wish.ts'

type Row = Omit<Wish, 'offer'> & { starts: number | null; until: Date | null }

/** The wishes of which `which` is true, of `w`, in the order asked. */
export async function selectWishes(ctx: Ctx, which: RawBuilder<unknown>): Promise<Wish[]> {
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
     where w.office_id = ${ctx.officeId} and ${which}
     order by w.asked_at, w.id`.execute(ctx.db)
  return rows.map(({ starts, until, ...wish }) => ({
    ...wish,
    offer:
      wish.state === 'offered' && starts !== null && until !== null
        ? { start: timeOf(starts), end: timeOf(starts + wish.minutes), until }
        : null,
  }))
}
