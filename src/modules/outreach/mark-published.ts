import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { shrinkPicture } from '#src/outside/pictures/shrink-picture.ts'
import { approvedOf } from './bulletin.ts'
import type { Channel } from './channel.ts'
import { getBulletin } from './get-bulletin.ts'
import { pictureLimits } from './picture.ts'

/**
 * An officer has put the approved words on a channel and says where they stand: a link, a note such as
 * “đã gửi nhóm Zalo trưởng thôn”, or a photo of the notice board. Refuses what is not approved, another
 * version than the one that stands, what is no picture, and the absence of all three.
 */
export async function markPublished(
  ctx: Ctx,
  input: {
    bulletinId: string
    version: number
    channel: Channel
    link: string
    note: string
    photo?: Uint8Array | undefined
  },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const [link, note] = [input.link.trim(), input.note.normalize('NFC').trim()]
  const photo = input.photo ? await shrinkProof(input.photo) : null
  if (link === '' && note === '' && !photo)
    throw new Refusal('outreach.proof_missing', { field: 'link' })
  if (link !== '' && !/^https?:\/\/\S+$/.test(link))
    throw new Refusal('outreach.link_malformed', { field: 'link' })
  return inTransaction(ctx, async (ctx) => {
    const stands = approvedOf(await getBulletin(ctx, input))
    if (!stands) throw new Refusal('outreach.not_approved')
    if (stands.number !== input.version) throw new Refusal('outreach.changed_meanwhile')
    if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
    await ctx.db
      .insertInto('outreach.publication')
      .values({
        office_id: ctx.officeId,
        bulletin_id: input.bulletinId,
        version: stands.number,
        channel: input.channel,
        link: link || null,
        note: note || null,
        photo,
        published_by: ctx.actor.officerId,
        published_at: ctx.now,
      })
      .execute()
    const { channel } = input
    await record(ctx, 'outreach.published', input.bulletinId, { channel, version: stands.number })
  })
}

async function shrinkProof(content: Uint8Array): Promise<Buffer> {
  if (content.length > pictureLimits.broughtBytes)
    throw new Refusal('outreach.picture_too_large', { field: 'photo' })
  const small = await shrinkPicture(content, pictureLimits.keptBytes)
  if (typeof small === 'string') throw new Refusal(`outreach.picture_${small}`, { field: 'photo' })
  return small.jpeg
}
