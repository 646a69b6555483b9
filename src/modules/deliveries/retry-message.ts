import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockMessage } from './message.ts'
import { requireChannel } from './require-channel.ts'

/**
 * A person has a held, failed or waiting message sent again now, over whichever account can. Refuses what
 * has gone out or is on its way, what was withdrawn, what is too late or was erased, and a channel without
 * an account. What is still tried where it may have arrived is asked of that same service again; only of
 * what was held a person may decide that it goes out once more.
 */
export async function retryMessage(ctx: Ctx, input: { messageId: string }): Promise<void> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state === 'sending') throw new Refusal('deliveries.is_being_sent')
    if (message.state === 'accepted' || message.state === 'delivered')
      throw new Refusal('deliveries.has_gone_out')
    if (message.state === 'withdrawn') throw new Refusal('deliveries.is_withdrawn')
    if (!message.to_sealed) throw new Refusal('deliveries.is_erased')
    if (message.useful_until && message.useful_until <= ctx.now)
      throw new Refusal('deliveries.is_too_late')
    await requireChannel(ctx, message.channel)
    await ctx.db
      .updateTable('deliveries.message')
      .set({
        ...{ state: 'waiting', next_at: ctx.now, why: null, settled_at: null },
        ...{ failures: 0, first_tried_at: null },
        ...(message.state !== 'waiting' && { pinned_since: null }),
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', message.id)
      .execute()
    await record(ctx, 'deliveries.message_retried', message.id, { why: message.why })
  })
}
