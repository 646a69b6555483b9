import type { NationCtx } from '#src/base/ctx.ts'
import { officeOf, type Office } from './office.ts'

/** Every office of this installation, by name. Works before an office is bound. */
export async function listOffices(ctx: Pick<NationCtx, 'db'>): Promise<Office[]> {
  const rows = await ctx.db
    .selectFrom('offices.office')
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(officeOf)
}
