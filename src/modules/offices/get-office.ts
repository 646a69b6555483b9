import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { officeOf, type Office } from './office.ts'

/** The office that `ctx` works for. Refuses when it does not exist. */
export async function getOffice(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<Office> {
  const found = await ctx.db
    .selectFrom('offices.office')
    .selectAll()
    .where('id', '=', ctx.officeId)
    .executeTakeFirst()
  if (!found) throw new Refusal('offices.not_found')
  return officeOf(found)
}
