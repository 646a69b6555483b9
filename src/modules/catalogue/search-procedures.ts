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
  /** Asked when a word means several procedures; each choice is one of them, and stands first. */
  askBack: { question: Said; choices: { code: string; text: Said }[] } | null
}

/** All that is known of a procedure, taken together, counts this much beside its nearest name. */
const restWeight = 0.55
/** What each special case of a procedure that nobody asked for leaves of its score. */
const specialWeight = 0.85
/** What each special case that was asked for and that it is meant for adds. */
const suitsWeight = 1.2
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
  const at = input.at ?? dayOf(ctx.now)
  const limit = Math.min(Math.max(input.limit ?? 10, 1), 100)
  const names = [...terms.keys()]
  // A code that was typed, and what a word of many meanings may mean, come before all others.
  const first = [code, ...(ask?.choices ?? []).map((choice) => choice.code)].filter(
    (one) => one !== null,
  )
  const best = sql<{ code: string; score: number; matched: string | null }>`(
    select distinct on (code) code, score, matched
      from (
        select code, score, matched
          from catalogue.search_nearest(
            ${names}::text[], ${[...terms.values()]}::real[],
            ${names.map((term) => onlyIfUnknown.get(term) ?? null)}::text[], ${special}::int,
            ${restWeight}::real, ${specialWeight}::real, ${suitsWeight}::real, ${wholeWeight}::real,
            ${terms.size > 45 ? 400 : 900}::int, ${input.levels ? 400 : limit + 20}::int)
        union all
        select code, 10000 - place, null
          from unnest(${first}::text[]) with ordinality as wanted(code, place)
      ) as near
     order by code, score desc)`.as('best')
  let query = itemOf(ctx.db, at)
    .innerJoin(best, 'best.code', 'p.code')
    .select([
      sql<string>`coalesce(best.matched, p.plain_name ->> 'vi', v.name ->> 'vi')`.as('matched'),
      'best.score',
    ])
    .where(sql<SqlBool>`v.validity @> ${at}::date`)
    .orderBy('best.score', 'desc')
    .orderBy('p.code')
    .limit(limit + first.length)
  if (input.levels) query = query.where(sql<SqlBool>`v.levels && ${input.levels}::text[]`)
  const items = (await query.execute()) as SearchedItem[]
  const known = new Set(items.map((item) => item.code))
  const choices = (ask?.choices ?? []).filter((choice) => known.has(choice.code))
  return {
    items: items.slice(0, limit),
    askBack: ask && choices.length > 1 ? { question: ask.question, choices } : null,
  }
}
