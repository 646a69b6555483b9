import { sql, type SqlBool } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { dayOf } from './day-of.ts'
import type { Method } from './pack.ts'

export type OfficeFee = {
  code: string
  method: Method
  feeVnd: number
  validFrom: Temporal.PlainDate
  validTo: Temporal.PlainDate | null
  decidedBy: string
}

/** Every fee that the office has entered and that holds on `at` (today when left out) or later. */
export async function listOfficeFees(
  ctx: Pick<Ctx, 'db' | 'now' | 'officeId'>,
  input: { code?: string; at?: Temporal.PlainDate } = {},
): Promise<OfficeFee[]> {
  const at = input.at ?? dayOf(ctx.now)
  let query = ctx.db
    .selectFrom('catalogue.office_fee')
    .select(['procedure_code', 'method', 'fee_vnd', 'valid_from', 'valid_to', 'decided_by'])
    .where('office_id', '=', ctx.officeId)
    .where(sql<SqlBool>`validity && daterange(${at}::date, null)`)
    .orderBy('procedure_code')
    .orderBy('method')
    .orderBy('valid_from')
  if (input.code !== undefined) query = query.where('procedure_code', '=', input.code)
  return (await query.execute()).map((row) => ({
    code: row.procedure_code,
    method: row.method as Method,
    feeVnd: row.fee_vnd,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    decidedBy: row.decided_by,
  }))
}
