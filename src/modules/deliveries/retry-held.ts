import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { ChannelKind } from './channel.ts'
import { requireChannel } from './require-channel.ts'

/**
 * Has everything sent again that a channel holds and that surely did not arrive. What may have arrived is
 * looked at one by one (`retryMessage`, `confirmMessage`). Refuses a channel without an account.
 */
export async function retryHeld(
  ctx: Ctx,
  input: { channel: ChannelKind },
): Promise<{ retried: number }> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    await requireChannel(ctx, input.channel)
    const { numUpdatedRows } = await ctx.db
      .updateTable('deliveries.message')
      .set({ state: 'waiting', next_at: ctx.now, why: null, failures: 0, first_tried_at: null })
      .where('office_id', '=', ctx.officeId)
      .where('channel', '=', input.channel)
      .where('state', '=', 'held')
      .where('pinned_since', 'is', null)
      .where('why', '<>', 'restored')
      .where((eb) => eb.or([eb('useful_until', 'is', null), eb('useful_until', '>', ctx.now)]))
      .executeTakeFirstOrThrow()
    const retried = Number(numUpdatedRows)
    await record(ctx, 'deliveries.held_retried', ctx.officeId, { channel: input.channel, retried })
    return { retried }
  })
}
