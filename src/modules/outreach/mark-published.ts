import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { approvedOf } from './bulletin.ts'
import type { Channel } from './channel.ts'
import { getBulletin } from './get-bulletin.ts'

/**
 * An officer has put the approved words on a channel and says where they stand: a link, or a note such
 * as “đã gửi nhóm Zalo trưởng thôn”. Refuses what is not approved, another version than the one that
 * stands, and the absence of both.
 */
export async function markPublished(
  ctx: Ctx,
  input: { bulletinId: string; version: number; channel: Channel; link: string; note: string },
): Promise<void> {
  requireRight(ctx, 'outreach.write')
  const [link, note] = [input.link.trim(), input.note.normalize('NFC').trim()]
  if (link === '' && note === '') throw new Refusal('outreach.proof_missing', { field: 'link' })
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
        published_by: ctx.actor.officerId,
        published_at: ctx.now,
      })
      .execute()
    const { channel } = input
    await record(ctx, 'outreach.published', input.bulletinId, { channel, version: stands.number })
  })
}
