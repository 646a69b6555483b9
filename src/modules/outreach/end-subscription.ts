import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import { addressMark, addressOf } from './subscription.ts'

/**
 * Somebody has had enough: nothing more comes to this phone or mailbox, and the office forgets it. It is
 * as easy as that on purpose, and the answer is the same for an address that nobody knows. Refuses what
 * is neither a mobile phone nor a mailbox.
 */
export async function endSubscription(ctx: Ctx, input: { address: string }): Promise<void> {
  const typed = addressOf(input.address)
  return inTransaction(ctx, async (ctx) => {
    const gone = await ctx.db
      .deleteFrom('outreach.subscription')
      .where('office_id', '=', ctx.officeId)
      .where('channel', '=', typed.channel)
      .where('to_mark', '=', addressMark(ctx, typed))
      .returning('id')
      .executeTakeFirst()
    if (gone) await record(ctx, 'outreach.unsubscribed', gone.id, { channel: typed.channel })
  })
}
