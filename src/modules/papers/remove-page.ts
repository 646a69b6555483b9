import { inTransaction } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { dropFiles } from './keep-file.ts'
import { lockPaper, requireUnverified } from './lock-paper.ts'
import type { FilesCtx } from './papers-ctx.ts'

/**
 * Takes out a page that was taken by mistake; its files are erased at once, and the paper too when it
 * was the last page. What was compared with the original stays.
 */
export async function removePage(ctx: FilesCtx, input: { pageId: string }): Promise<void> {
  requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    const known = await ctx.db
      .selectFrom('papers.page')
      .select('paper_id')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.pageId)
      .executeTakeFirst()
    if (!known) throw new Refusal('papers.not_found')
    const paper = await lockPaper(ctx, known.paper_id)
    requireUnverified(paper)
    const page = await ctx.db
      .deleteFrom('papers.page')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.pageId)
      .returning(['original_hash', 'made_hash'])
      .executeTakeFirst()
    if (!page) throw new Refusal('papers.not_found')
    const erased = await dropFiles(ctx, [page.original_hash, page.made_hash])
    await record(ctx, 'papers.page_removed', paper.id, { page: input.pageId, erased })
    await ctx.db
      .deleteFrom('papers.paper as a')
      .where('a.office_id', '=', ctx.officeId)
      .where('a.id', '=', paper.id)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb.selectFrom('papers.page as p').select('p.id').whereRef('p.paper_id', '=', 'a.id'),
          ),
        ),
      )
      .execute()
  })
}
