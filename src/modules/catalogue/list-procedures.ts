import { sql, type SqlBool } from 'kysely'
import type { NationCtx } from '#src/base/ctx.ts'
import { dayOf } from './day-of.ts'
import { itemOf, type ProcedureItem } from './procedure-item.ts'

/**
 * Procedures that stand on the day `at` (today when left out), those asked for most often first: the
 * five of the article lead. `popular` leaves out what is rarely asked for at a commune's desk; `codes`
 * leaves out all but these.
 */
export async function listProcedures(
  ctx: NationCtx,
  input: {
    field?: string
    codes?: readonly string[]
    popular?: boolean
    at?: Temporal.PlainDate
    limit?: number
    offset?: number
  } = {},
): Promise<ProcedureItem[]> {
  const at = input.at ?? dayOf(ctx.now)
  let query = itemOf(ctx.db, at)
    .where(sql<SqlBool>`v.validity @> ${at}::date`)
    .orderBy(sql`p.rank nulls last`)
    .orderBy(sql`v.name ->> 'vi'`)
    .orderBy('v.procedure_code')
    .limit(input.limit ?? 100)
    .offset(input.offset ?? 0)
  if (input.field !== undefined) query = query.where('v.field', '=', input.field)
  if (input.codes !== undefined)
    query = query.where(sql<SqlBool>`p.code = any(${[...input.codes]}::text[])`)
  if (input.popular) query = query.where('p.rank', 'is not', null)
  return (await query.execute()) as ProcedureItem[]
}
