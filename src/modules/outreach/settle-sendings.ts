import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { listMessages, readProgress, type ChannelKind } from '#src/modules/deliveries/index.ts'
import { getBulletin } from './get-bulletin.ts'
import { pageSubjectOf } from './sending.ts'
import { takeBack } from './take-back.ts'

const lookBackDays = 14

/**
 * Every minute: what a channel has taken is written down as published there, with the link of the post
 * as its proof, once for each sending. A post that was under way while its bulletin was withdrawn is
 * taken down now.
 *
 * @returns how many were written down now
 */
export async function settleSendings(ctx: Ctx): Promise<number> {
  requireRight(ctx, 'outreach.write')
  return inTransaction(ctx, async (ctx) => {
    const open = await ctx.db
      .selectFrom('outreach.sending as s')
      .leftJoin('outreach.publication as p', 'p.sending_id', 's.id')
      .select(['s.id', 's.bulletin_id', 's.version', 's.channel', 's.message_id', 's.broadcast_id'])
      .where('s.office_id', '=', ctx.officeId)
      .where('s.kind', '<>', 'remove')
      .where('s.asked_at', '>', new Date(ctx.now.getTime() - lookBackDays * 86_400_000))
      .where('p.id', 'is', null)
      .execute()
    let settled = 0
    for (const it of open) {
      const taken = it.message_id
        ? await readPost(ctx, it.bulletin_id, it.channel, it.message_id)
        : await readMany(ctx, it.broadcast_id!)
      if (!taken || it.channel === 'zns') continue
      const { numInsertedOrUpdatedRows } = await ctx.db
        .insertInto('outreach.publication')
        .values({
          office_id: ctx.officeId,
          bulletin_id: it.bulletin_id,
          version: it.version,
          channel: it.channel,
          link: taken.link,
          sending_id: it.id,
          published_at: taken.at,
        })
        .onConflict((oc) => oc.constraint('publication_is_made_once_a_sending').doNothing())
        .executeTakeFirstOrThrow()
      settled += Number(numInsertedOrUpdatedRows ?? 0n)
      if (it.message_id) await takeBackLate(ctx, it.bulletin_id)
    }
    return settled
  })
}

async function takeBackLate(ctx: Ctx, bulletinId: string): Promise<void> {
  const bulletin = await getBulletin(ctx, { bulletinId })
  const version = bulletin.versions.find((it) => it.state === 'approved')
  if (bulletin.withdrawn && version) await takeBack(ctx, { bulletinId, version })
}

type Taken = { link: string | null; at: Date }

async function readPost(
  ctx: Ctx,
  bulletinId: string,
  channel: ChannelKind,
  messageId: string,
): Promise<Taken | null> {
  const all = (await listMessages(ctx, { subject: pageSubjectOf(bulletinId) })).filter(
    (it) => it.channel === channel,
  )
  const post = all.find((it) => it.id === messageId)
  if (post?.state !== 'accepted' && post?.state !== 'delivered') return null
  // A post is called PAGE_POST, and is found on the web by that name too.
  const ref = post.ref ?? all.find((it) => it.ref !== null)?.ref ?? null
  const link =
    channel === 'facebook' && ref && /^[\w.-]+$/.test(ref)
      ? `https://www.facebook.com/${ref}`
      : null
  return { link, at: post.settledAt ?? ctx.now }
}

/** A message to many is published once the first of them was taken. */
async function readMany(ctx: Ctx, broadcastId: string): Promise<Taken | null> {
  const progress = await readProgress(ctx, { broadcastId })
  return progress.accepted + progress.delivered > 0 ? { link: null, at: ctx.now } : null
}
