import { sql, type SqlBool } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { dayOf } from './day-of.ts'
import type { Said } from './pack.ts'
import { itemOf, type ProcedureItem } from './procedure-item.ts'
import { understand } from './understand.ts'

export type SearchedItem = ProcedureItem & {
  /** The name or way of asking that came nearest to what was said. */
  matched: string
  score: number
}

export type SearchResult = {
  items: SearchedItem[]
  /** Asked when a word means several procedures; each choice is one of them. */
  askBack: { question: Said; choices: { code: string; text: Said }[] } | null
}

/** All that is known of a procedure, taken together, counts this much beside its nearest name. */
const restWeight = 0.45
/** What each special case of a procedure that nobody asked for leaves of its score. */
const specialWeight = 0.85

/** How much it tells against a name or way of asking that only a part of it was said. */
const wholeWeight = 0.6

/**
 * Finds procedures as people speak and type: without marks, with abbreviations, in dialect, by old
 * names, misspelt, in a whole sentence. Best first, at most `limit` (10), those that stand on `at`
 * (today when left out), of the given levels when there are any. All inside PostgreSQL: for each
 * procedure the nearest of its names and ways of asking speaks, by BM25 over syllables and pairs.
 */
export async function searchProcedures(
  ctx: NationCtx,
  input: { q: string; at?: Temporal.PlainDate; limit?: number; levels?: string[] },
): Promise<SearchResult> {
  const { terms, onlyIfUnknown, special, ask, code } = understand(input.q)
  if (terms.size === 0) return { items: [], askBack: null }
  const names = [...terms.keys()]
  const at = input.at ?? dayOf(ctx.now)
  const limit = Math.min(Math.max(input.limit ?? 10, 1), 100)
  const best = sql<{ code: string; score: number; matched: string }>`catalogue.search_nearest(
    ${names}::text[], ${[...terms.values()]}::real[],
    ${names.map((term) => onlyIfUnknown.get(term) ?? null)}::text[],
    ${special}::int, ${restWeight}::real, ${specialWeight}::real, ${wholeWeight}::real,
    ${terms.size > 45 ? 800 : 2000}::int, ${input.levels ? 400 : limit + 20}::int)`.as('best')
  let query = itemOf(ctx.db, at)
    .innerJoin(best, 'best.code', 'p.code')
    .select(['best.matched', 'best.score'])
    .where(sql<SqlBool>`v.validity @> ${at}::date`)
    .orderBy('best.score', 'desc')
    .orderBy('p.code')
    .limit(limit)
  if (input.levels) query = query.where('v.levels', '&&', input.levels)
  const items = (await query.execute()) as SearchedItem[]
  return { items, askBack: ask && { question: ask.question, choices: ask.choices } }
}
