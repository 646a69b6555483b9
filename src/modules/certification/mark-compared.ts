import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { verifyPaper } from '#src/modules/papers/index.ts'
import { lockCopy } from './lock-copy.ts'
import { officerOf } from './officer-of.ts'
import { readTariff } from './read-tariff.ts'
import { requirePages } from './require-pages.ts'
import { requireText } from './said-text.ts'
import { feeOfCopy } from './tariff.ts'

/**
 * An officer held the scan beside the original, page by page, and counted the original's pages, by
 * which the fee goes. From now on the scan stays as it is. A paper compared for an earlier request is
 * compared anew: the original must lie on the desk for each copy.
 */
export async function markCompared(
  ctx: Ctx,
  input: { copyId: string; originalPages: number; originalName?: string },
): Promise<{ feeVnd: number }> {
  requireRight(ctx, 'certification.work')
  const comparedBy = officerOf(ctx)
  const pages = requirePages(input.originalPages)
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, input.copyId, 'compare')
    if (copy.paper_id !== null) await freezeScan(ctx, copy.paper_id)
    const perCopy = feeOfCopy(await readTariff(ctx), pages)
    const feeVnd = copy.exempt_reason === null ? perCopy * copy.copies : 0
    await ctx.db
      .updateTable('certification.copy')
      .set({
        state: 'compared',
        original_pages: pages,
        original_name: requireText(
          input.originalName ?? copy.original_name,
          'certification.name_missing',
          'originalName',
        ),
        fee_vnd: feeVnd,
        compared_at: ctx.now,
        compared_by: comparedBy,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', copy.id)
      .execute()
    await record(ctx, 'certification.compared', copy.id, { pages })
    return { feeVnd }
  })
}

/** Two copies of one paper, electronic and on paper, freeze it once. */
async function freezeScan(ctx: Ctx, paperId: string): Promise<void> {
  try {
    await verifyPaper(ctx, { paperId })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'papers.verified_already') return
    throw error
  }
}
