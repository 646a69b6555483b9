import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireAuthor } from './require-outreach.ts'
import { addressMark, addressOf, type SubscriptionChannel } from './subscription.ts'

/**
 * Somebody at the desk asks for the bulletins, and the officer has heard it from them: no link is
 * needed. Who gets them already goes on. Refuses what is neither a mobile phone nor a mailbox.
 */
export async function subscribeAtDesk(
  ctx: Ctx,
  input: { address: string },
): Promise<{ channel: SubscriptionChannel }> {
  requireRight(ctx, 'outreach.write')
  const typed = addressOf(input.address)
  return inTransaction(ctx, async (ctx) => {
    const confirmed = {
      confirmed_at: ctx.now,
      confirmed_by: requireAuthor(ctx),
      confirm_mark: null,
    }
    const { id } = await ctx.db
      .insertInto('outreach.subscription')
      .values({
        office_id: ctx.officeId,
        channel: typed.channel,
        to_sealed: ctx.sealer.seal(typed.address),
        to_mark: addressMark(ctx, typed),
        asked_at: ctx.now,
        ...confirmed,
      })
      .onConflict((oc) => oc.constraint('subscription_is_one_an_address').doUpdateSet(confirmed))
      .returning('id')
      .executeTakeFirstOrThrow()
    await record(ctx, 'outreach.subscribed', id, { channel: typed.channel, how: 'desk' })
    return { channel: typed.channel }
  })
}
