import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { tell } from './event.ts'
import { lockRequest } from './lock-request.ts'
import { mayBeRated } from './track-request.ts'

/**
 * The request has been rated; a low rating opens the matter again until the chairman has answered.
 * Called by ratings, which holds that there is one rating a request. Refuses what has neither been
 * filed nor ended, and a request that has been rated.
 */
export async function markRated(ctx: Ctx, input: { requestId: string; low: boolean }) {
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    if (!mayBeRated(request)) throw new Refusal('requests.nothing_to_rate_yet')
    if (request.rated_at) throw new Refusal('requests.rated_already')
    await ctx.db
      .updateTable('requests.request')
      .set({ rated_at: ctx.now, reopened_at: input.low ? ctx.now : null })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.id)
      .execute()
    if (input.low) await tell(ctx, request.id, 'reopened')
  })
}
