import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockPaper } from './lock-paper.ts'

/**
 * The comparison with the original is taken back, as when whoever would sign a copy finds a page
 * illegible: pages may be taken anew, and it is compared again. One that was not compared stays as it
 * is. Refuses a paper that was erased.
 */
export async function reopenPaper(ctx: Ctx, input: { paperId: string }): Promise<void> {
  const signs = ctx.actor.kind === 'officer' && ctx.actor.rights.includes('certification.sign')
  requireRight(ctx, signs ? 'certification.sign' : 'requests.work')
  if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return inTransaction(ctx, async (ctx) => {
    const paper = await lockPaper(ctx, input.paperId)
    if (!paper.verified_at) return
    await ctx.db
      .updateTable('papers.paper')
      .set({ verified_at: null, verified_by: null })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', paper.id)
      .execute()
    await record(ctx, 'papers.reopened', paper.id)
  })
}
