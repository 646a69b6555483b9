import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind } from './channel.ts'

/**
 * Notes that an event of a channel came, in the transaction of what it does. False when it came before:
 * channels repeat what was not answered fast enough.
 */
export async function takeWebhookEvent(
  ctx: Ctx,
  input: { channel: ChannelKind; eventId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('deliveries.webhook_event')
    .values({
      office_id: ctx.officeId,
      channel: input.channel,
      event_id: input.eventId,
      taken_at: ctx.now,
    })
    .onConflict((oc) => oc.constraint('webhook_event_is_taken_once').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
