import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockMessage } from './lock-message.ts'

/**
 * The whole phone of a person who is still to be told, so that an officer can ring them up; that it was
 * seen, and by whom, stands in the trail. Null when none was left. Refuses a message that is settled.
 *
 * @returns the number as dialled
 */
export async function revealPhone(ctx: Ctx, input: { messageId: string }): Promise<string | null> {
  requireRight(ctx, 'queue.run')
  return inTransaction(ctx, async (ctx) => {
    const message = await lockMessage(ctx, input.messageId)
    if (message.state !== 'to_tell') throw new Refusal('notices.told_already')
    if (!message.phone_sealed) return null
    await record(ctx, 'notices.phone_revealed', message.id)
    return ctx.sealer.open(message.phone_sealed)
  })
}
