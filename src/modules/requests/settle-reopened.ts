import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { tell } from './event.ts'
import { lockRequest } from './lock-request.ts'

/** The matter that a low rating opened again is answered, and leaves the desk's day list. */
export async function settleReopened(ctx: Ctx, input: { requestId: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    if (request.reopened_at === null || request.settled_at !== null) return
    await ctx.db
      .updateTable('requests.request')
      .set({ settled_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', request.id)
      .execute()
    await tell(ctx, request.id, 'settled')
  })
}
