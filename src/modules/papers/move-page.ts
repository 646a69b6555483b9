import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockPaper, requireUnverified } from './lock-paper.ts'

/**
 * Puts a page one place nearer the beginning of its paper, or nearer the end. The first stays first
 * and the last stays last. What was compared with the original keeps its order.
 */
export async function movePage(
  ctx: Ctx,
  input: { pageId: string; way: 'up' | 'down' },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    const known = await ctx.db
      .selectFrom('papers.page')
      .select('paper_id')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.pageId)
      .executeTakeFirst()
    if (!known) throw new Refusal('papers.not_found')
    // Whoever orders the pages of a paper holds it, so that no two pages end in one place.
    const paper = await lockPaper(ctx, known.paper_id)
    requireUnverified(paper)
    const pages = await ctx.db
      .selectFrom('papers.page')
      .select('id')
      .where('office_id', '=', ctx.officeId)
      .where('paper_id', '=', paper.id)
      .orderBy('position')
      .orderBy('id')
      .execute()
    const order = pages.map((it) => it.id)
    const from = order.indexOf(input.pageId)
    const to = input.way === 'up' ? from - 1 : from + 1
    if (from < 0) throw new Refusal('papers.not_found')
    if (to < 0 || to >= order.length) return
    order.splice(to, 0, ...order.splice(from, 1))
    for (const [i, id] of order.entries())
      await ctx.db
        .updateTable('papers.page')
        .set({ position: i + 1 })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', id)
        .execute()
    await record(ctx, 'papers.page_moved', paper.id, { page: input.pageId, way: input.way })
  })
}
