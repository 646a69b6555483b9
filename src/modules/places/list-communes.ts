import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { selectCommunes, type Commune } from './commune.ts'
import { dayOr } from './day.ts'
import { plain, withoutKinds } from './said.ts'

/**
 * The communes of a day (today), by code: of one province, or whose own name has the words of `q`,
 * with or without marks and in any tone placement. At most `limit` (1,000). To find a commune by a
 * former name, see `searchPlaces`.
 */
export async function listCommunes(
  ctx: NationCtx,
  input: { province?: string; q?: string; at?: Temporal.PlainDate; limit?: number } = {},
): Promise<Commune[]> {
  const at = dayOr(ctx, input.at)
  let query = selectCommunes(ctx, at)
    .where(sql<boolean>`c.valid @> ${at}::date`)
    .orderBy('c.code')
    .limit(Math.min(Math.max(input.limit ?? 1000, 0), 1000))
  if (input.province !== undefined) query = query.where('c.province_code', '=', input.province)
  const said = plain(input.q ?? '')
  for (const word of (withoutKinds(said) || said).split(' ').filter(Boolean)) {
    query = query.where('c.name_folded', 'like', `%${word}%`)
  }
  return query.execute()
}
