import type { Ctx } from '#src/base/ctx.ts'
import type { Channel } from './channel.ts'
import { requireOutreach } from './require-outreach.ts'

export type Publication = {
  id: string
  channel: Channel
  version: number
  link: string | null
  note: string | null
  /** A photo proves it; `readProof` has it. */
  hasPhoto: boolean
  /** Null when the house sent it by itself. */
  by: string | null
  at: Date
}

/** Where a bulletin stands, put there by hand or by the house, the newest of each channel first. */
export async function listPublications(
  ctx: Ctx,
  input: { bulletinId: string },
): Promise<Publication[]> {
  requireOutreach(ctx)
  return ctx.db
    .selectFrom('outreach.publication')
    .select(['id', 'channel', 'version', 'link', 'note'])
    .select(['published_by as by', 'published_at as at'])
    .select((eb) => eb('photo', 'is not', null).$castTo<boolean>().as('hasPhoto'))
    .where('office_id', '=', ctx.officeId)
    .where('bulletin_id', '=', input.bulletinId)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
