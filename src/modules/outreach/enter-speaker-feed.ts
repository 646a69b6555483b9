import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { listToAir } from './list-to-air.ts'
import type { Published } from './list-published.ts'
import { markOf } from './open-speaker-feed.ts'

/**
 * A loudspeaker system asks with its token what to air today. Refuses a token that opens nothing, and
 * one that was closed.
 */
export async function enterSpeakerFeed(ctx: Ctx, input: { token: string }): Promise<Published[]> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('outreach.speaker_feed')
    .set({ last_asked_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('token_mark', '=', markOf(ctx, input.token))
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refusal('outreach.feed_not_found')
  return (await listToAir(ctx)).toAir
}
