import type { Ctx } from '#src/base/ctx.ts'
import type { Colleague } from './list-colleagues.ts'

/** Name and title of these officers by id, of those who have left too: for what they once did. */
export async function readOfficerNames(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  ids: readonly string[],
): Promise<Map<string, Colleague>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('identity.officer')
    .select(['id', 'full_name as fullName', 'title', 'role'])
    .where('office_id', '=', ctx.officeId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
