import type { Ctx } from '#src/base/ctx.ts'
import type { Channel } from './channel.ts'
import { requireOutreach } from './require-outreach.ts'

export type Publication = {
  channel: Channel
  version: number
  link: string | null
  note: string | null
  by: string
  at: Date
}

/** Where a bulletin was put by hand, the newest of each channel first. */
export async function listPublications(
  ctx: Ctx,
  input: { bulletinId: string },
): Promise<Publication[]> {
  requireOutreach(ctx)
  return ctx.db
    .selectFrom('outreach.publication')
    .select(['channel', 'version', 'link', 'note', 'published_by as by', 'published_at as at'])
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
