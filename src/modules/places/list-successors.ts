import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { selectCommunes, type Commune } from './commune.ts'
import { dayOr } from './day.ts'

/** `main` tells whether the source sets it against the former code; null when it does not say. */
export type Successor = Commune & { main: boolean | null }

/**
 * What the commune that bore this code on the day `on` had become by a later day (today): several
 * where it was divided, the main one first; itself while it goes on; none when nobody bore the code.
 */
export async function listSuccessors(
  ctx: NationCtx,
  input: { code: string; on: Temporal.PlainDate; at?: Temporal.PlainDate },
): Promise<Successor[]> {
  const at = dayOr(ctx, input.at)
  const found = await selectCommunes(ctx, at)
    .innerJoin(
      sql<{ code: string; valid_from: Temporal.PlainDate; main: boolean | null }>`(
        with recursive became as (
          select code, valid_from, true as main
            from places.commune where code = ${input.code} and valid @> ${input.on}::date
          union
          select s.successor_code, s.successor_valid_from, b.main and s.main
            from became b join places.succession s using (code, valid_from)
        )
        select code, valid_from, bool_or(main) as main from became group by 1, 2
      )`.as('b'),
      (join) => join.onRef('b.code', '=', 'c.code').onRef('b.valid_from', '=', 'c.valid_from'),
    )
    .select('b.main')
    .where(sql<boolean>`c.valid @> ${at}::date`)
    .orderBy('b.main', (it) => it.desc().nullsLast())
    .orderBy('c.code')
    .execute()
  return found
}
