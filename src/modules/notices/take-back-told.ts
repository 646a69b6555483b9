import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockMessage } from './lock-message.ts'
import { mayTakeBack } from './may-take-back.ts'

/**
 * An officer pressed that somebody was told, or reached no more, by mistake: the person is on the list
 * again, and the press does not count as a try. What a channel had and was withdrawn is not sent by
 * itself. Pressed twice it is done once. Refuses what a channel brought, and what is past its use.
 */
export async function takeBackTold(ctx: Ctx, input: { messageId: string }): Promise<void> {
  requireRight(ctx, 'queue.run')
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state === 'to_tell') return
    const { state, told_by: toldBy, useful_until: usefulUntil } = message
    if (!mayTakeBack({ state, toldBy, usefulUntil }, ctx.now))
      throw new Refusal('notices.told_already')
    await ctx.db
      .updateTable('notices.message')
      .set({
        ...{ state: 'to_tell', told_at: null, told_by: null, last_attempt_at: null },
        attempts: Math.max(0, message.attempts - 1),
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', message.id)
      .execute()
    await record(ctx, 'notices.taken_back', message.id)
  })
}
