import { randomBytes } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { enqueue, listOpenChannels } from '#src/modules/deliveries/index.ts'
import { readChannelChoices } from './read-channel-choices.ts'
import { countSmsParts, withoutMarks } from './sms-parts.ts'
import { addressMark, addressOf, confirmMark, type SubscriptionChannel } from './subscription.ts'

const dayMs = 86_400_000
/** An office has fewer who ask in a day; whoever types in other people’s phones stops here. */
const mostAskedADay = 100

/**
 * Somebody asks on the news page to get the bulletins on a phone or in a mailbox. Nothing is sent there
 * but one link, once a day at most, by which the owner confirms; where the channel is not connected,
 * the desk confirms. The answer is the same whether the address is known already: it tells nobody who
 * gets the news. Refuses what is neither a mobile phone nor a mailbox, and too many in one day.
 *
 * @param write words the message around the link that `token` opens
 */
export async function askSubscription(
  ctx: Ctx,
  input: { address: string; write: (token: string) => { title: string; text: string } },
): Promise<{ channel: SubscriptionChannel; how: 'link' | 'desk' }> {
  const typed = addressOf(input.address)
  const { channel, address } = typed
  return inTransaction(ctx, async (ctx) => {
    const since = new Date(ctx.now.getTime() - dayMs)
    const how = (await listOpenChannels(ctx)).includes(channel) ? 'link' : 'desk'
    await refuseTooMany(ctx, since)
    const token = randomBytes(18).toString('base64url')
    const asked = { confirm_mark: confirmMark(ctx, token), asked_at: ctx.now }
    const row = await ctx.db
      .insertInto('outreach.subscription')
      .values({
        office_id: ctx.officeId,
        channel,
        to_sealed: ctx.sealer.seal(address),
        to_mark: addressMark(ctx, typed),
        ...asked,
      })
      .onConflict((oc) =>
        oc
          .constraint('subscription_is_one_an_address')
          .doUpdateSet(asked)
          .where('outreach.subscription.confirmed_at', 'is', null)
          .where('outreach.subscription.asked_at', '<', since),
      )
      .returning('id')
      .executeTakeFirst()
    if (!row) return { channel, how }
    if (how === 'link') {
      const { sms } = await readChannelChoices(ctx)
      const written = input.write(token)
      const text = channel === 'sms' && sms.plain ? withoutMarks(written.text) : written.text
      await enqueue(ctx, {
        clientKey: `subscription:${row.id}:${ctx.now.toISOString()}`,
        ...{ channel, purpose: 'bulletin', content: { ...written, text } },
        parts: channel === 'sms' ? countSmsParts(text).marked : 1,
        to: channel === 'sms' ? { phone: address } : { email: address },
        usefulUntil: new Date(ctx.now.getTime() + dayMs),
      })
    }
    await record(ctx, 'outreach.subscription_asked', row.id, { channel })
    return { channel, how }
  })
}

async function refuseTooMany(ctx: Ctx, since: Date): Promise<void> {
  const { count } = await ctx.db
    .selectFrom('outreach.subscription')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('office_id', '=', ctx.officeId)
    .where('confirmed_at', 'is', null)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow()
  if (count >= mostAskedADay) throw new Refusal('outreach.too_many_asked')
}
