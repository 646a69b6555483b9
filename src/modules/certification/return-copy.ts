import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { reopenPaper } from '#src/modules/papers/index.ts'
import { endCopy } from './end-copy.ts'
import { lockCopy } from './lock-copy.ts'

/**
 * Given back before it has a number, with a reason that the person is told: by the officer or by who
 * would have signed. It may be asked for again, and unless another copy stands on the same scan, the
 * scan may be mended first.
 */
export async function returnCopy(
  ctx: Ctx,
  input: { copyId: string; reason: string },
): Promise<void> {
  const signs = ctx.actor.kind === 'officer' && ctx.actor.rights.includes('certification.sign')
  requireRight(ctx, signs ? 'certification.sign' : 'certification.work')
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, input.copyId, 'return')
    await endCopy(ctx, copy, 'returned', input.reason)
    if (copy.state === 'compared' && copy.paper_id !== null) await reopenScan(ctx, copy.paper_id)
  })
}

async function reopenScan(ctx: Ctx, paperId: string): Promise<void> {
  const another = await ctx.db
    .selectFrom('certification.copy')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('paper_id', '=', paperId)
    .where('state', 'in', ['compared', 'approved', 'issued'])
    .limit(1)
    .executeTakeFirst()
  if (another) return
  try {
    await reopenPaper(ctx, { paperId })
  } catch (error) {
    // Its time was over: there is nothing left to mend, it is photographed anew.
    if (error instanceof Refusal && error.code === 'papers.erased') return
    throw error
  }
}
