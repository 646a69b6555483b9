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

/** What is known of a procedure besides its names counts this much. */
const supportWeight = 0.3
/** What each special case of a procedure that nobody asked for leaves of its score. */
const specialWeight = 0.85

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
  const best = sql<{ code: string; score: number; matched: string | null }>`(
    with asked as materialized (
      select a.term, a.factor, a.written, t.units, t.weights
        from unnest(${names}::text[], ${[...terms.values()]}::real[],
          ${names.map((term) => onlyIfUnknown.get(term) ?? null)}::text[]) as a(term, factor, written)
        left join catalogue.search_term t on t.term = a.term
    ), known as (
      -- By its sound a syllable is looked for only when nothing holds it as it was written.
      select units, weights, factor from asked
       where units is not null
         and (written is null or (select b.units from asked b where b.term = asked.written) is null)
      union all
      -- What is unknown by its sound too is taken for the syllables most like it.
      select near.units, near.weights, (asked.factor * near.likeness)::real
        from asked join asked wrote on wrote.term = asked.written cross join lateral (
          select t.units, t.weights, similarity(t.term, wrote.term) as likeness
            from catalogue.search_term t
           where t.term ~ '^[a-z]+$' and t.term % wrote.term
           order by likeness desc, t.term limit 3) near
       where asked.units is null and wrote.units is null
    ), unit as (
      select held.unit, sum(held.weight * known.factor) as score
        from known, unnest(known.units, known.weights) as held(unit, weight)
       group by held.unit
    )
    select u.code,
           (coalesce(max(unit.score) filter (where not u.support), 0)
             + ${supportWeight}::real * coalesce(max(unit.score) filter (where u.support), 0))
             * max(u.prior)
             * ${specialWeight}::real ^ bit_count((max(u.special) & ~${special}::int)::bit(32))
             + case when u.code = ${code} then 1000 else 0 end as score,
           (array_agg(u.said order by unit.score desc) filter (where not u.support))[1] as matched
      from unit join catalogue.search_unit u using (unit)
     group by u.code
     order by score desc
     limit 300)`.as('best')
  let query = itemOf(ctx.db, at)
    .innerJoin(best, 'best.code', 'p.code')
    .select([sql<string>`coalesce(best.matched, v.name ->> 'vi')`.as('matched'), 'best.score'])
    .where(sql<SqlBool>`v.validity @> ${at}::date`)
    .orderBy('best.score', 'desc')
    .orderBy('p.code')
    .limit(limit)
  if (input.levels) query = query.where('v.levels', '&&', input.levels)
  const items = (await query.execute()) as SearchedItem[]
  return { items, askBack: ask && { question: ask.question, choices: ask.choices } }
}
