import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import type { PlacesCommuneKind } from '#src/base/database.generated.ts'

/**
 * A commune, ward, township or special zone as it stood in the days [valid_from, valid_to). Codes
 * were used again with another meaning, so keep it as (code, valid_from).
 */
export type Commune = {
  code: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  kind: PlacesCommuneKind
  /** "Vụ Bản". */
  name: string
  /** "Xã Vụ Bản". */
  full_name: string
  /** "Huyện Vụ Bản"; null since 1 July 2025. */
  district: string | null
  province_code: string
  /** "Tỉnh Ninh Bình", as the province was called on the day asked for, or at the commune's end. */
  province: string
}

/** Communes as seen from a day: the start of every query of them. */
export function selectCommunes(ctx: NationCtx, at: Temporal.PlainDate) {
  return ctx.db
    .selectFrom('places.commune as c')
    .innerJoin('places.province as p', (join) =>
      join
        .onRef('p.code', '=', 'c.province_code')
        .on(sql<boolean>`p.valid @> least(greatest(${at}::date, c.valid_from), c.valid_to - 1)`),
    )
    .select(['c.code', 'c.valid_from', 'c.valid_to', 'c.kind', 'c.name', 'c.district'])
    .select(['c.province_code', 'c.full_name', 'p.full_name as province'])
    .$narrowType<{ full_name: string; province: string }>()
}
