import { sql } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { dayOr } from './day.ts'
import type { Province } from './province.ts'

/** The provinces and centrally-run cities of a day (today), by code: 34 now, 63 before 1 July 2025. */
export async function listProvinces(
  ctx: NationCtx,
  input: { at?: Temporal.PlainDate } = {},
): Promise<Province[]> {
  return ctx.db
    .selectFrom('places.province')
    .select(['code', 'valid_from', 'valid_to', 'kind', 'name', 'full_name'])
    .$narrowType<{ full_name: string }>()
    .where(sql<boolean>`valid @> ${dayOr(ctx, input.at)}::date`)
    .orderBy('code')
    .execute()
}
