import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'

/** The number is called once more; the board says it again. Refuses who is not called. */
export async function callAgain(ctx: Ctx, input: OnVisit): Promise<void> {
  return onVisit(
    ctx,
    input,
    { kind: 'again', action: 'callAgain' },
    async (ctx, command, visit) => {
      const { rows } = await sql<{ lastCallAt: string | null }>`
        update queue.period
           set calls = calls + 1, last_call_at = greatest(last_call_at, ${command.at})
         where office_id = ${ctx.officeId} and id = ${visit.periodId}
        returning old.last_call_at::text as "lastCallAt"`.execute(ctx.db)
      const { periodId: id, calls } = visit
      command.did.was.push({ id, calls, lastCallAt: rows[0]?.lastCallAt ?? null, turnAt: null })
    },
    nothingMore,
  )
}
