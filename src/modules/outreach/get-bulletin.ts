import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Bulletin } from './bulletin.ts'
import { readBulletins } from './read-bulletins.ts'
import { requireOutreach } from './require-outreach.ts'

/** One bulletin with every version, for who writes or approves. Refuses another office's. */
export async function getBulletin(ctx: Ctx, input: { bulletinId: string }): Promise<Bulletin> {
  requireOutreach(ctx)
  const rows = await ctx.db
    .selectFrom('outreach.bulletin')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.bulletinId)
    .execute()
  const [bulletin] = await readBulletins(ctx, rows)
  if (!bulletin) throw new Refusal('outreach.bulletin_not_found')
  return bulletin
}
