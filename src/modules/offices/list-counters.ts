import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { OfficesCounter } from '#src/base/database.generated.ts'

/** A desk in the hall, by the number on the sign above it. */
export type Counter = Selectable<OfficesCounter>

/** The counters of the office, by number; those no longer used too. */
export async function listCounters(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Counter[]> {
  return ctx.db
    .selectFrom('offices.counter')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .orderBy('number')
    .execute()
}
