import { sql, type SqlBool } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { dayOf } from './day-of.ts'

/** The fields that procedures fall under today, those nearest to an ordinary person first. */
export async function readFields(
  ctx: NationCtx,
): Promise<{ field: string; procedures: number; popular: number }[]> {
  return ctx.db
    .selectFrom('catalogue.procedure_version as v')
    .innerJoin('catalogue.procedure as p', 'p.code', 'v.procedure_code')
    .select((eb) => [
      'v.field',
      eb.fn.countAll<number>().as('procedures'),
      eb.fn.count<number>('p.rank').as('popular'),
    ])
    .where(sql<SqlBool>`v.validity @> ${dayOf(ctx.now)}::date`)
    .groupBy('v.field')
    .orderBy('popular', 'desc')
    .orderBy('procedures', 'desc')
    .orderBy('v.field')
    .execute()
}
