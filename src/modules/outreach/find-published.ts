import type { Ctx } from '#src/base/ctx.ts'
import { publishedOf, type Published } from './list-published.ts'
import { readBulletins } from './read-bulletins.ts'

/** One bulletin as everybody may read it. Null for a draft, one that was withdrawn, another office's. */
export async function findPublished(
  ctx: Ctx,
  input: { bulletinId: string },
): Promise<Published | null> {
  const rows = await ctx.db
    .selectFrom('outreach.bulletin')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.bulletinId)
    .execute()
  const [bulletin] = await readBulletins(ctx, rows)
  return bulletin ? publishedOf(ctx, bulletin) : null
}
