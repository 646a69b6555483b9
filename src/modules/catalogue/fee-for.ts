import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { dayOf } from './day-of.ts'
import { nationalFee, type Fee } from './fee.ts'
import type { Method } from './pack.ts'
import type { ProcedureVersion } from './procedure-version.ts'

/**
 * What this person pays for filing this way on the day `at` (today when left out): the fee that the
 * office has entered for its province, else the catalogue's own. Refuses a way that is not offered.
 */
export async function feeFor(
  ctx: Pick<Ctx, 'db' | 'now' | 'officeId'>,
  input: {
    version: Pick<ProcedureVersion, 'code' | 'channels'>
    method: Method
    at?: Temporal.PlainDate
  },
): Promise<Fee> {
  const national = nationalFee(input.version, input.method)
  if (!national) throw new Refusal('catalogue.method_not_offered', { field: 'method' })
  const entered = await ctx.db
    .selectFrom('catalogue.office_fee')
    .select(['fee_vnd', 'decided_by'])
    .where('office_id', '=', ctx.officeId)
    .where('procedure_code', '=', input.version.code)
    .where('method', '=', input.method)
    .where(sql<SqlBool>`validity @> ${input.at ?? dayOf(ctx.now)}::date`)
    .executeTakeFirst()
  if (!entered) return national
  const { fee_vnd: vnd, decided_by: decidedBy } = entered
  return { kind: 'known', vnd, note: national.note, decidedBy }
}
