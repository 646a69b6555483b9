import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'

export type SpeakerFeed = { id: string; name: string; madeAt: Date; lastAskedAt: Date | null }

/** The feeds that are open, by name, and when each was last asked. */
export async function listSpeakerFeeds(ctx: Ctx): Promise<SpeakerFeed[]> {
  requireRight(ctx, 'outreach.write')
  return ctx.db
    .selectFrom('outreach.speaker_feed')
    .select(['id', 'name', 'made_at as madeAt', 'last_asked_at as lastAskedAt'])
    .where('office_id', '=', ctx.officeId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .execute()
}
