import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/** Whether this command had its effect on the appointment before. */
export async function isDone(ctx: Ctx, id: string, clientKey: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select ${clientKey} = any(change_keys) as done from queue.appointment
     where office_id = ${ctx.officeId} and id = ${id}`.execute(ctx.db)
  return rows[0]?.done ?? false
}
