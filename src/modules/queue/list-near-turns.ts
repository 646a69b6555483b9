import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { readRules } from './read-rules.ts'
import { ticketCode } from './ticket.ts'

/** Somebody who is soon to be called and left a phone. */
export type NearTurn = {
  visitId: string
  token: string
  code: string
  name: string | null
  phoneSealed: Buffer
  ahead: number
}

/** Who waits with fewer than `nearPlaces` before them and left a phone: they are told by a message. */
export async function listNearTurns(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<NearTurn[]> {
  requireRight(ctx, 'queue.run')
  const { nearPlaces } = await readRules(ctx)
  const { rows } = await sql<NearTurn & { series: string; number: number }>`
    select v.id as "visitId", v.token, v.series, v.number, v.name,
           v.phone_sealed as "phoneSealed", near.ahead
      from (select visit_id, row_number() over (order by turn_at, visit_id) - 1 as ahead
              from queue.period
             where office_id = ${ctx.officeId} and service_day_id = ${input.serviceDayId}
               and kind = 'waiting' and to_at is null and not undone) near
      join queue.visit v on v.id = near.visit_id
     where near.ahead < ${nearPlaces} and v.phone_sealed is not null
     order by near.ahead`.execute(ctx.db)
  return rows.map(({ visitId, token, name, phoneSealed, ahead, ...it }) => ({
    ...{ visitId, token, name, phoneSealed, ahead },
    code: ticketCode(it),
  }))
}
