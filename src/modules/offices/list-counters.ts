import type { Ctx } from '#src/base/ctx.ts'
import { counterColumns, type Counter } from './counter.ts'

/** The counters of the office, by number; those no longer used too. */
export async function listCounters(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Counter[]> {
  return ctx.db
    .selectFrom('offices.counter')
    .select(counterColumns)
    .where('office_id', '=', ctx.officeId)
    .orderBy('number')
    .execute()
}
