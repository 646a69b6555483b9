import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/**
 * Holds these days until the transaction ends, in one order for everybody: who takes, moves or frees
 * a seat of them waits. Seats whose hold has lapsed are free afterwards.
 */
export async function lockDays(ctx: Ctx, serviceDayIds: string[]): Promise<void> {
  for (const id of [...new Set(serviceDayIds)].toSorted())
    await sql`select queue.lock_day(${ctx.officeId}, ${id}, ${ctx.now})`.execute(ctx.db)
}
