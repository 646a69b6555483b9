import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { withdraw } from '#src/modules/deliveries/index.ts'
import { lockMessage } from './lock-message.ts'
import { noticeSubject } from './send-notice.ts'

/**
 * The person has been told. Pressed twice it is said once; who was told by another officer in the
 * meantime stays told by them.
 */
export async function markTold(ctx: Ctx, input: { messageId: string }): Promise<void> {
  requireRight(ctx, 'queue.run')
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state === 'told') return
    // What a channel still has would tell them a second time.
    await withdraw(ctx, { subject: noticeSubject(message.id) })
    await ctx.db
      .updateTable('notices.message')
      .set({
        state: 'told',
        told_at: ctx.now,
        told_by: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
        attempts: message.attempts + 1,
        last_attempt_at: ctx.now,
        last_reason: null,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', message.id)
      .execute()
    await record(ctx, 'notices.told', message.id)
  })
}
