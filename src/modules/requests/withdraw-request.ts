import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { changeStatus } from './change-status.ts'
import { tell } from './event.ts'
import { lockRequest, requireUnfiled } from './lock-request.ts'
import { requireText } from './said-text.ts'
import { statuses } from './status.ts'

/**
 * The person does not want it any more, and says why. Before filing it ends here; after it the
 * authority's status is 7, where that may follow. Refuses what has ended, and no reason.
 */
export async function withdrawRequest(
  ctx: Ctx,
  input: { requestId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  const reason = requireText(input.reason, 'requests.reason_missing', 'reason')
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    if (request.status !== null)
      return changeStatus(ctx, { requestId: request.id, to: statuses.withdrawn, note: reason })
    requireUnfiled(request)
    await ctx.db
      .updateTable('requests.request')
      .set({ withdrawn_at: ctx.now, ended_at: ctx.now, end_reason: reason })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.id)
      .execute()
    await tell(ctx, request.id, 'withdrawn', { note: reason })
  })
}
