import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { fewestKeepDays, mostKeepDays } from './keeping.ts'

/** The office says for how long pictures of papers are kept. Refuses less than a day, more than ten years. */
export async function changeKeepDays(ctx: Ctx, input: { days: number }): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const { days } = input
  if (!Number.isInteger(days) || days < fewestKeepDays || days > mostKeepDays)
    throw new Refusal('papers.keep_days_impossible', { field: 'days' })
  return inTransaction(ctx, async (ctx) => {
    await ctx.db
      .insertInto('papers.keeping')
      .values({ office_id: ctx.officeId, days })
      .onConflict((oc) => oc.column('office_id').doUpdateSet({ days }))
      .execute()
    await record(ctx, 'papers.keeping_changed', ctx.officeId, { days })
  })
}
