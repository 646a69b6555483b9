import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/** The wish waits no longer, and the seat that was kept for it, if any, is free. */
export async function endWish(
  ctx: Ctx,
  wishId: string,
  state: 'lapsed' | 'withdrawn',
): Promise<void> {
  await sql`
    with ended as (
      update queue.wish set state = ${state}::queue.wish_state, ended_at = ${ctx.now}
       where office_id = ${ctx.officeId} and id = ${wishId} and state in ('waiting', 'offered')
      returning appointment_id)
    delete from queue.appointment a using ended
     where a.office_id = ${ctx.officeId} and a.id = ended.appointment_id and a.state = 'held'`.execute(
    ctx.db,
  )
}
