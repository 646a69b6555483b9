import { sql, type SqlBool } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { dayOf } from './day-of.ts'
import type { Authority } from './procedure-version.ts'

/** The bodies that decide, as they stood on the day `at` (today when left out). */
export async function listAuthorities(
  ctx: NationCtx,
  input: { at?: Temporal.PlainDate } = {},
): Promise<Authority[]> {
  const at = input.at ?? dayOf(ctx.now)
  const rows = await ctx.db
    .selectFrom('catalogue.authority')
    .select(['id', 'key', 'name', 'level', 'seat'])
    .where(sql<SqlBool>`validity @> ${at}::date`)
    .orderBy('key')
    .execute()
  return rows as unknown as Authority[]
}
