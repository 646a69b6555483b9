import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockMessage } from './message.ts'

/**
 * Of a message of which nobody knew whether it arrived: a person has looked, and it did. `ref` is how the
 * channel calls it, such as the id of the post. Refuses what is not held.
 */
export async function confirmMessage(
  ctx: Ctx,
  input: { messageId: string; ref?: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state === 'delivered') return
    if (message.state !== 'held') throw new Refusal('deliveries.is_not_held')
    await ctx.db
      .updateTable('deliveries.message')
      .set({
        state: 'delivered',
        why: null,
        ref: input.ref?.trim() || message.ref,
        settled_at: ctx.now,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', message.id)
      .execute()
    await record(ctx, 'deliveries.message_confirmed', message.id)
  })
}
