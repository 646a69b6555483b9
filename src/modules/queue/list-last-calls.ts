import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { BoardCall } from './board.ts'
import { callIdOf } from './call.ts'
import { ticketCode } from './ticket.ts'

const count = 12

type Row = {
  series: string
  number: number
  counterId: string
  at: Date
  id: number
  calls: number
  serving: boolean
}

/**
 * The last calls of a day, newest first, each ticket once: also of people who are at the counter by
 * now or have gone, because somebody may have looked away when their number stood there.
 */
export async function listLastCalls(
  ctx: Ctx,
  serviceDayId: string,
  signs: ReadonlyMap<string, number>,
): Promise<BoardCall[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (p.visit_id) v.series, v.number, p.counter_id as "counterId", p.id, p.calls,
             coalesce(p.last_call_at, p.from_at) as at, p.to_at is not null as serving
        from (select * from queue.period
               where office_id = ${ctx.officeId} and service_day_id = ${serviceDayId}
                 and kind = 'called' and not undone
               order by from_at desc limit ${count * 3}) p
        join queue.visit v on v.id = p.visit_id
       order by p.visit_id, p.id desc) called
     order by at desc, id desc limit ${count}`.execute(ctx.db)
  return rows.flatMap(({ counterId, at, serving, ...row }) => {
    const counter = signs.get(counterId)
    if (counter === undefined) return []
    return [{ code: ticketCode(row), counter, at, callId: callIdOf(row), serving }]
  })
}
