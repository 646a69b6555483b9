import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockMessage } from './lock-message.ts'
import { mostAttempts } from './message.ts'

const longest = 200

/**
 * Nobody could be told, for a reason that the next officer reads: no answer, a wrong number. They stay
 * on the list until the third time. Refuses no reason, and a person who has been told already.
 */
export async function markNotReached(
  ctx: Ctx,
  input: { messageId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'queue.run')
  const reason = input.reason.normalize('NFC').trim()
  if (reason === '') throw new Refusal('notices.reason_missing', { field: 'reason' })
  if (reason.length > longest) throw new Refusal('notices.reason_too_long', { field: 'reason' })
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state !== 'to_tell') throw new Refusal('notices.told_already')
    const attempts = message.attempts + 1
    await ctx.db
      .updateTable('notices.message')
      .set({
        state: attempts < mostAttempts ? 'to_tell' : 'not_reached',
        attempts,
        last_attempt_at: ctx.now,
        last_reason: reason,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', message.id)
      .execute()
    await record(ctx, 'notices.not_reached', message.id)
  })
}
