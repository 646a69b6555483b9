import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { OutreachBulletin } from '#src/base/database.generated.ts'
import { bulletinOf, type Bulletin } from './bulletin.ts'

/** The bulletins of these rows with all their versions, in the order of the rows. */
export async function readBulletins(
  ctx: Ctx,
  rows: Selectable<OutreachBulletin>[],
): Promise<Bulletin[]> {
  if (rows.length === 0) return []
  const versions = await ctx.db
    .selectFrom('outreach.version')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where(
      'bulletin_id',
      'in',
      rows.map((it) => it.id),
    )
    .execute()
  return rows.map((row) => bulletinOf(row, versions))
}
