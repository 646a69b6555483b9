import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
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
import { requireChannel } from './require-channel.ts'

export type ToBroadcast = {
  clientKey: string
  channel: ChannelKind
  content: Content
  recipients: readonly Recipient[]
  about: Subject
  purpose?: Purpose
  notBefore?: Date
  usefulUntil?: Date
  priority?: Priority
  parts?: number
}

export type Broadcast = { broadcastId: string; recipients: number; duplicates: number }

/** Rows of one insert: PostgreSQL takes 65,535 parameters. */
const chunk = 1000

/**
 * One text to many, each a message of its own. Whom is settled now: who follows later does not get it,
 * and a worker that stops goes on with those who have not got it. The same address twice gets it once.
 * Asked again with the same key it changes nothing. Refuses as `enqueue` does.
 */
export async function enqueueBroadcast(ctx: Ctx, said: ToBroadcast): Promise<Broadcast> {
  return inTransaction(ctx, async (ctx) => {
    const known = await findByKey(ctx, said.clientKey)
    if (known) return known
    await requireChannel(ctx, said.channel)
    const unique = new Map<string, Recipient>()
    for (const to of said.recipients) {
      const address = addressOn(said.channel, to)
      unique.set(markOf(ctx, said.channel, address).toString('hex'), address)
    }
    const counts = { recipients: unique.size, duplicates: said.recipients.length - unique.size }
    const made = await ctx.db
      .insertInto('deliveries.broadcast')
      .values({
        office_id: ctx.officeId,
        client_key: said.clientKey,
        channel: said.channel,
        content: JSON.stringify(said.content),
        subject_kind: said.about.kind,
        subject_id: said.about.id,
        asked_at: ctx.now,
        ...counts,
      })
      .onConflict((oc) => oc.constraint('broadcast_is_asked_once').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) return (await findByKey(ctx, said.clientKey))!
    const rows = [...unique].map(([mark, address]) => ({
      office_id: ctx.officeId,
      client_key: `${made.id}:${mark}`,
      channel: said.channel,
      purpose: said.purpose ?? 'bulletin',
      priority: priorityNumber[said.priority ?? 'usual'],
      broadcast_id: made.id,
      subject_kind: said.about.kind,
      subject_id: said.about.id,
      to_sealed: ctx.sealer.seal(JSON.stringify(address)),
      to_mark: Buffer.from(mark, 'hex'),
      parts: said.parts ?? 1,
      asked_at: ctx.now,
      useful_until: said.usefulUntil ?? null,
      next_at: said.notBefore ?? ctx.now,
    }))
    for (let i = 0; i < rows.length; i += chunk)
      await ctx.db
        .insertInto('deliveries.message')
        .values(rows.slice(i, i + chunk))
        .execute()
    await record(ctx, 'deliveries.broadcast_asked', made.id, {
      channel: said.channel,
      about: `${said.about.kind}:${said.about.id}`,
      ...counts,
    })
    return { broadcastId: made.id, ...counts }
  })
}

async function findByKey(ctx: Ctx, clientKey: string): Promise<Broadcast | undefined> {
  return ctx.db
    .selectFrom('deliveries.broadcast')
    .select(['id as broadcastId', 'recipients', 'duplicates'])
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
}
