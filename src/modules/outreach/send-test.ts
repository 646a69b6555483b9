import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { enqueue, type Subject } from '#src/modules/deliveries/index.ts'
import { addressOf, type SubscriptionChannel } from './subscription.ts'

export const testSubjectOf = (channel: string): Subject => ({ kind: 'outreach.test', id: channel })

/**
 * An administrator tries a channel with a message to a phone or mailbox of the office. A second press of
 * the same form sends no second one. Refuses an address that is not of this channel, and a channel that
 * is not connected.
 */
export async function sendTest(
  ctx: Ctx,
  input: {
    clientKey: string
    channel: SubscriptionChannel
    address: string
    title: string
    text: string
  },
): Promise<{ messageId: string }> {
  requireRight(ctx, 'offices.edit')
  const { channel, address } = addressOf(input.address)
  if (channel !== input.channel) {
    const code = input.channel === 'sms' ? 'outreach.phone_not_mobile' : 'outreach.mailbox_wrong'
    throw new Refusal(code, { field: 'address' })
  }
  return inTransaction(ctx, async (ctx) => {
    const { messageId } = await enqueue(ctx, {
      clientKey: `test:${input.clientKey}`,
      ...{ channel, purpose: 'test', priority: 'urgent' },
      to: channel === 'sms' ? { phone: address } : { email: address },
      content: { title: input.title, text: input.text },
      subject: testSubjectOf(channel),
    })
    await record(ctx, 'outreach.test_sent', messageId, { channel })
    return { messageId }
  })
}
