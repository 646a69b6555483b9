import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import type { ChannelKind } from './channel.ts'

export type DeliveryReport = {
  channel: ChannelKind
  /** How the channel calls the message. */
  ref?: string
  /** How we call it, where the channel gives that back. */
  messageId?: string
  arrived: boolean
  /** Code with words; `not_delivered` when left out. */
  why?: string
  at: Date
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The channel says afterwards whether a message arrived. May come several times, and before our own note
 * that it was taken: then it is kept until that note. A message that arrived stays arrived. Of messages
 * that are not the office's nothing is known and nothing done.
 */
export async function takeDeliveryReport(ctx: Ctx, said: DeliveryReport): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { messageId } = said
    // It comes from outside and may be anything.
    const isOurs = messageId !== undefined && uuid.test(messageId)
    const found = await ctx.db
      .selectFrom('deliveries.message')
      .select(['id', 'state', 'subject_kind', 'subject_id'])
      .where('office_id', '=', ctx.officeId)
      .where('channel', '=', said.channel)
      .where((eb) => (isOurs ? eb('id', '=', messageId) : eb('ref', '=', said.ref ?? '')))
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    if (!found) {
      if (said.ref) await keep(ctx, said, said.ref)
      return
    }
    if (found.state === 'delivered') return
    const { arrived, at } = said
    // While it is being sent the answer itself is still to come; it never takes back what arrived.
    if (!arrived && found.state !== 'accepted' && found.state !== 'held') return
    await ctx.db
      .updateTable('deliveries.message')
      .set({
        state: arrived ? 'delivered' : 'failed',
        why: arrived ? null : (said.why ?? 'not_delivered'),
        settled_at: at,
        leased_until: null,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', found.id)
      .execute()
    if (found.subject_kind !== null)
      await announce(ctx, 'deliveries', `${found.subject_kind}:${found.subject_id}`)
  })
}

async function keep(ctx: Ctx, said: DeliveryReport, ref: string): Promise<void> {
  const { channel, arrived, at } = said
  await ctx.db
    .insertInto('deliveries.report')
    .values({ office_id: ctx.officeId, channel, ref, arrived, why: said.why ?? null, at })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
