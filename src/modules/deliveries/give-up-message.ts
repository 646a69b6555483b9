import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockMessage } from './message.ts'

const longest = 300

/**
 * A person takes a message from the list of what is stuck: rung up instead, no longer needed. Refuses no
 * reason, and what has gone out, is on its way or was withdrawn.
 */
export async function giveUpMessage(
  ctx: Ctx,
  input: { messageId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const reason = input.reason.normalize('NFC').trim()
  if (reason === '') throw new Refusal('deliveries.reason_missing', { field: 'reason' })
  if (reason.length > longest) throw new Refusal('deliveries.reason_too_long', { field: 'reason' })
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state === 'sending') throw new Refusal('deliveries.is_being_sent')
    if (message.state === 'accepted' || message.state === 'delivered')
      throw new Refusal('deliveries.has_gone_out')
    if (message.state === 'withdrawn') throw new Refusal('deliveries.is_withdrawn')
    await ctx.db
      .updateTable('deliveries.message')
      .set({ state: 'failed', why: 'given_up', settled_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', message.id)
      .execute()
    await record(ctx, 'deliveries.message_given_up', message.id, { why: message.why, reason })
  })
}
