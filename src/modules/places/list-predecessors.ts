import type { NationCtx } from '#src/base/ctx.ts'
import { sql } from 'kysely'
import { dayOr } from './day.ts'

/** A name under which a commune, or a part of it, was known. */
export type FormerName = {
  /** "Thị trấn Gôi". */
  full_name: string
  /** "Huyện Vụ Bản"; null for a district that had no communes, and since 1 July 2025. */
  district: string | null
  /** "Tỉnh Nam Định". */
  province: string
  /** Null for a unit that was gone before July 2025: the source gives its name only. */
  code: string | null
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

/**
 * What the commune that bears this code on a day (today) was made from, back to the units that
 * were gone before July 2025: those with a code first, newest first.
 */
export async function listPredecessors(
  ctx: NationCtx,
  input: { code: string; at?: Temporal.PlainDate },
): Promise<FormerName[]> {
  return ctx.db
    .selectFrom('places.commune as now')
    .innerJoin('places.known_name_stands_for as f', (join) =>
      join.onRef('f.code', '=', 'now.code').onRef('f.valid_from', '=', 'now.valid_from'),
    )
    .innerJoin('places.known_name as n', 'n.id', 'f.known_name_id')
    .leftJoin('places.commune as was', (join) =>
      join.onRef('was.code', '=', 'n.code').onRef('was.valid_from', '=', 'n.valid_from'),
    )
    .select(['n.full_name', 'n.district', 'n.province', 'n.code', 'was.valid_from', 'was.valid_to'])
    .where('now.code', '=', input.code)
    .where(sql<boolean>`now.valid @> ${dayOr(ctx, input.at)}::date`)
    .where(sql<boolean>`(n.code, n.valid_from) is distinct from (now.code, now.valid_from)`)
    .orderBy('was.valid_to', (it) => it.desc().nullsLast())
    .orderBy('n.code')
    .orderBy('n.full_name')
    .execute()
}
