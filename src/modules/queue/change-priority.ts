import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'
import { readComing } from './read-coming.ts'
import { readRules } from './read-rules.ts'
import type { Priority } from './rules.ts'
import { turnMoment } from './turn-at.ts'

/**
 * Somebody who waits goes first, by this reason, or no longer: their turn moves by as much as it would
 * have been earlier or later from the beginning. Refuses who does not wait.
 */
export async function changePriority(
  ctx: Ctx,
  input: OnVisit & { priority: Priority | null },
): Promise<void> {
  return onVisit(
    ctx,
    input,
    { kind: 'priority', action: 'changePriority' },
    async (ctx, command, visit) => {
      const rules = await readRules(ctx)
      const coming = await readComing(ctx, visit.visitId)
      const turn = (priority: Priority | null) =>
        turnMoment(rules, { ...coming, priority }).getTime()
      const moves = turn(input.priority) - turn(visit.priority)
      await ctx.db
        .updateTable('queue.visit')
        .set({ priority: input.priority })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', visit.visitId)
        .execute()
      await sql`
        update queue.period set turn_at = turn_at + ${moves} * interval '1 millisecond'
         where office_id = ${ctx.officeId} and id = ${visit.periodId}`.execute(ctx.db)
      const { periodId: id, calls, turnAt } = visit
      command.did.was.push({ id, calls, lastCallAt: null, turnAt })
      command.did.priority = visit.priority
    },
    nothingMore,
  )
}
