import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { enqueue } from '#src/modules/deliveries/index.ts'
import { addressOf } from './subscription.ts'

/**
 * An administrator tries a channel with a message to a phone or mailbox of the office. A second press of
 * the same form sends no second one. Refuses what is neither, and a channel that is not connected.
 */
export async function sendTest(
  ctx: Ctx,
  input: { clientKey: string; address: string; title: string; text: string },
): Promise<{ messageId: string }> {
  requireRight(ctx, 'offices.edit')
  const { channel, address } = addressOf(input.address)
  return inTransaction(ctx, async (ctx) => {
    const { messageId } = await enqueue(ctx, {
      clientKey: `test:${input.clientKey}`,
      ...{ channel, purpose: 'test', priority: 'urgent' },
      to: channel === 'sms' ? { phone: address } : { email: address },
      content: { title: input.title, text: input.text },
      subject: { kind: 'outreach.test', id: channel },
    })
    await record(ctx, 'outreach.test_sent', messageId, { channel })
    return { messageId }
  })
}
