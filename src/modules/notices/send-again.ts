import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { listMessages, retryMessage } from '#src/modules/deliveries/index.ts'
import { messages } from './message.ts'
import { noticeSubject } from './send-notice.ts'

/**
 * The channel is to try once more what came back from it: after the account was topped up, say. Refuses
 * what no channel has, and what deliveries refuse: too late, sent meanwhile, or the right for it missing.
 */
export async function sendAgain(ctx: Ctx, input: { messageId: string }): Promise<void> {
  requireRight(ctx, 'queue.run')
  return inTransaction(ctx, async (ctx) => {
    const row = await messages(ctx)
      .select(['id', 'state', 'channel'])
      .where('id', '=', input.messageId)
      .forUpdate()
      .executeTakeFirst()
    if (!row?.channel) throw new Refusal('notices.not_found')
    if (row.state !== 'to_tell') throw new Refusal('notices.told_already')
    const [last] = (await listMessages(ctx, { subject: noticeSubject(row.id) })).slice(-1)
    if (!last) throw new Refusal('notices.not_found')
    await retryMessage(ctx, { messageId: last.id })
    await ctx.db
      .updateTable('notices.message')
      .set({ state: 'on_its_way', why: null })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', row.id)
      .execute()
    await record(ctx, 'notices.sent_again', row.id)
  })
}
