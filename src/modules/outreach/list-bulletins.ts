import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Bulletin, VersionState } from './bulletin.ts'
import { readBulletins } from './read-bulletins.ts'
import { requireOutreach } from './require-outreach.ts'

/** Newest writing first. `state` is that of the newest version; withdrawn ones are only in the whole list. */
export async function listBulletins(
  ctx: Ctx,
  input: { state?: VersionState; limit?: number } = {},
): Promise<Bulletin[]> {
  requireOutreach(ctx)
  let query = ctx.db
    .selectFrom('outreach.bulletin')
    .innerJoin('outreach.version', 'outreach.version.bulletin_id', 'outreach.bulletin.id')
    .selectAll('outreach.bulletin')
    .where('outreach.bulletin.office_id', '=', ctx.officeId)
    .where(
      'outreach.version.number',
      '=',
      sql<number>`(select max(number) from outreach.version it where it.bulletin_id = outreach.bulletin.id)`,
    )
    .orderBy('outreach.version.written_at', 'desc')
    .orderBy('outreach.bulletin.id')
    .limit(input.limit ?? 100)
  if (input.state)
    query = query
      .where('outreach.version.state', '=', input.state)
      .where('outreach.bulletin.withdrawn_at', 'is', null)
  return readBulletins(ctx, await query.execute())
}
