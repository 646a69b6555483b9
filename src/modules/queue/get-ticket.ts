import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { ticketCode, type Ticket } from './ticket.ts'

/**
 * The ticket of a visit, to print it again too. `ahead` is as it is now, unless it is known how many
 * there were when it was given. Refuses a visit of another office.
 */
export async function getTicket(ctx: Ctx, visitId: string, ahead?: number): Promise<Ticket> {
  const { rows } = await sql<Omit<Ticket, 'code' | 'visitId'> & { series: string }>`
    select v.token, v.series, v.number, v.taken_at as "takenAt",
           (select count(*) from queue.period o
             where o.service_day_id = v.service_day_id and o.kind = 'waiting'
               and o.to_at is null and not o.undone
               and (o.turn_at, o.visit_id) < (p.turn_at, p.visit_id)) as ahead
      from queue.visit v
      left join queue.period p on p.visit_id = v.id and p.to_at is null and not p.undone
     where v.office_id = ${ctx.officeId} and v.id = ${visitId}`.execute(ctx.db)
  const [found] = rows
  if (!found) throw new Refusal('queue.visit_not_found')
  const { token, number, takenAt } = found
  return { visitId, token, code: ticketCode(found), number, ahead: ahead ?? found.ahead, takenAt }
}
