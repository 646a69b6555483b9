import type { Ctx } from '#src/base/ctx.ts'
import { hamletColumns, type Hamlet } from './hamlet.ts'

/** The hamlets of the commune, by name. */
export async function listHamlets(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Hamlet[]> {
  return ctx.db
    .selectFrom('offices.hamlet')
    .select(hamletColumns)
    .where('office_id', '=', ctx.officeId)
    .orderBy('name')
    .execute()
}
