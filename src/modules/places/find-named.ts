import { sql, type RawBuilder } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import type { Commune } from './commune.ts'
import type { FormerName } from './list-predecessors.ts'

export type PlaceFound = Commune & {
  /** The former name that was meant, when it was not its own; `divided` when it became several. */
  formerly: (FormerName & { divided: boolean }) | null
}

/** What was typed: all of it and the part before the first comma, without the words for kinds too. */
export type Asked = {
  at: Temporal.PlainDate
  limit: number
  near: string
  whole: string
  wholeBare: string
  head: string
  headBare: string
  /** The first part with its marks, in lower case; empty when it was typed without any. */
  marked: string
}

/**
 * The communes of a day that the names `named` picks stand for, each once, by the name that fits
 * best. A name that is all that was said fits better than one that begins or ends it, that better
 * than one that only begins alike or lies in the district named; the same marks count, then its own
 * name before a former one. `alike` weighs by spelling, for names that do not have the words.
 *
 * Of names that do not begin with what was said only the first few hundred are weighed, today's
 * first: where there are more, too little was typed for any of the rest to be meant.
 */
export async function findNamed(
  ctx: NationCtx,
  asked: Asked,
  named: RawBuilder<boolean>,
  alike = false,
): Promise<PlaceFound[]> {
  const { at, limit, near, whole, wholeBare, head, headBare, marked } = asked
  const spelling = alike ? sql`30 * similarity(n.name_said, ${headBare})` : sql`0`
  const { rows } = await sql<PlaceFound>`
    with worded as materialized (
      (select * from places.known_name n
        where (${named}) and n.valid_from <= ${at}::date
          and n.name_said in (${whole}, ${wholeBare}, ${head}, ${headBare}))
      union all
      (select * from places.known_name n
        where (${named}) and n.valid_from <= ${at}::date
          and n.name_said not in (${whole}, ${wholeBare}, ${head}, ${headBare}) limit 1200)
    ), likely as (
      select * from worded n
       order by n.name_said in (${whole}, ${wholeBare}, ${head}, ${headBare}) desc,
                starts_with(n.name_said, ${headBare}) desc, id
       limit 400
    ), hit as (
      select n.id, n.code, n.valid_from, case
          when n.name_said in (${whole}, ${wholeBare}) then 100
          when n.name_said in (${head}, ${headBare}) then 90
          when starts_with(${whole}, n.name_said || ' ') or starts_with(${wholeBare}, n.name_said || ' ') then 80
          when right(${whole}, length(n.name_said) + 1) = ' ' || n.name_said then 70
          when starts_with(n.name_said, ${headBare}) then 60
          when strpos(' ' || n.name_said || ' ', ' ' || ${headBare}::text || ' ') > 0 then 40
          when n.district_said in (${whole}, ${wholeBare}) then 30
          when n.district_said <> '' and strpos(' ' || ${whole}::text || ' ', ' ' || n.district_said || ' ') > 0 then 25
          else 10
        end + ${spelling}
        + case when ${marked}::text <> '' and right(n.name_marked, length(${marked}::text)) = ${marked} then 6 else 0 end as fit
        from likely n
       order by fit desc, id limit 100
    ), best as (
      select distinct on (s.code) s.code, s.valid_from, s.nth, hit.id, is_own,
             hit.fit + case when is_own then 5 else 0 end
                     + case when s.province_code = ${near} then 4 else 0 end as fit
        from hit
        join places.known_name_stands_for s on s.known_name_id = hit.id
       cross join lateral (
         select hit.code = s.code and hit.valid_from = s.valid_from) as own(is_own)
       where s.valid_from <= ${at}::date and (s.valid_to is null or ${at}::date < s.valid_to)
       order by s.code, fit desc, s.nth, hit.id
    ), first as (
      select * from best order by fit desc, nth, code limit ${limit}
    )
    select c.code, c.valid_from, c.valid_to, c.kind, c.name, c.full_name, c.district,
           c.province_code, p.full_name as province,
           case when not is_own then jsonb_build_object(
             'full_name', n.full_name, 'district', n.district, 'province', n.province,
             'code', n.code, 'valid_from', was.valid_from, 'valid_to', was.valid_to,
             'divided', 1 < (
               select count(*) from places.known_name_stands_for s
                where s.known_name_id = n.id and s.valid_from <= ${at}::date
                  and (s.valid_to is null or ${at}::date < s.valid_to))) end as formerly
      from first
      join places.known_name n using (id)
      join places.commune c on c.code = first.code and c.valid_from = first.valid_from
      join places.province p on p.code = c.province_code and p.valid @> ${at}::date
      left join places.commune was on was.code = n.code and was.valid_from = n.valid_from
     order by first.fit desc, first.nth, c.code`.execute(ctx.db)
  for (const { formerly } of rows) if (formerly) readDays(formerly)
  return rows
}

/** JSON carries days as text. */
function readDays(found: FormerName): void {
  const day = (text: unknown) => (text === null ? null : Temporal.PlainDate.from(text as string))
  found.valid_from = day(found.valid_from)
  found.valid_to = day(found.valid_to)
}
