import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import {
  addressOn,
  markOf,
  priorityNumber,
  type ChannelKind,
  type Content,
  type Priority,
  type Purpose,
  type Recipient,
  type Subject,
} from './channel.ts'
import { sealContent } from './content.ts'
import { requireChannel } from './require-channel.ts'

export type ToSend = {
  /** Of the deed that asks: one message however often it asks. */
  clientKey: string
  channel: ChannelKind
  to: Recipient
  content: Content
  purpose: Purpose
  subject?: Subject
  /** Not sent before this. */
  notBefore?: Date
  /** Not sent after this. */
  usefulUntil?: Date
  priority?: Priority
  /** How many short messages an SMS is made of, for its cost. */
  parts?: number
}

/**
 * One message to one address, written in the transaction of the deed that asks for it, sent later by
 * the worker. Asked again with the same key it changes nothing and gives the same message. Refuses a
 * channel without an account, and a recipient whom the channel cannot know.
 */
export async function enqueue(ctx: Ctx, said: ToSend): Promise<{ messageId: string }> {
  return inTransaction(ctx, async (ctx) => {
    const known = await findByKey(ctx, said.clientKey)
    if (known) return { messageId: known.id }
    await requireChannel(ctx, said.channel)
    const address = addressOn(said.channel, said.to)
    const made = await ctx.db
      .insertInto('deliveries.message')
      .values({
        office_id: ctx.officeId,
        client_key: said.clientKey,
        channel: said.channel,
        purpose: said.purpose,
        priority: priorityNumber[said.priority ?? 'usual'],
        subject_kind: said.subject?.kind ?? null,
        subject_id: said.subject?.id ?? null,
        to_sealed: ctx.sealer.seal(JSON.stringify(address)),
        to_mark: markOf(ctx, said.channel, address),
        content_sealed: sealContent(ctx, said.content),
        parts: said.parts ?? 1,
        asked_at: ctx.now,
        useful_until: said.usefulUntil ?? null,
        next_at: said.notBefore ?? ctx.now,
      })
      .onConflict((oc) => oc.constraint('message_is_asked_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    return { messageId: (made ?? (await findByKey(ctx, said.clientKey))!).id }
  })
}

async function findByKey(ctx: Ctx, clientKey: string): Promise<{ id: string } | undefined> {
  return ctx.db
    .selectFrom('deliveries.message')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
}
