import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockPaper, requireUnverified } from './lock-paper.ts'

/**
 * An officer held the paper beside its original and found them alike. From then on its pages stay as
 * they are, and it is offered in the same person's next request.
 */
export async function verifyPaper(ctx: Ctx, input: { paperId: string }): Promise<void> {
  requireRight(ctx, 'requests.work')
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return inTransaction(ctx, async (ctx) => {
    const paper = await lockPaper(ctx, input.paperId)
    requireUnverified(paper)
    const page = await ctx.db
      .selectFrom('papers.page')
      .select('id')
      .where('paper_id', '=', paper.id)
      .limit(1)
      .executeTakeFirst()
    if (!page) throw new Refusal('papers.no_pages')
    await ctx.db
      .updateTable('papers.paper')
      .set({ verified_at: ctx.now, verified_by: actor.officerId })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', paper.id)
      .execute()
    await record(ctx, 'papers.verified', paper.id)
  })
}
