import { sql, type SqlBool } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { nationalFee } from './fee.ts'
import { getProcedure } from './get-procedure.ts'
import type { Method } from './pack.ts'

/**
 * Enters what the province takes for a procedure filed this way, from `validFrom` on, and by which
 * resolution of the provincial council. A fee entered before ends on that day; one that begins later stays.
 *
 * Refuses a way that the procedure does not offer, an amount that is not whole đồng from 0 to
 * 100 million, and a fee without its resolution.
 */
export async function setOfficeFee(
  ctx: Ctx,
  input: {
    code: string
    method: Method
    feeVnd: number
    validFrom: Temporal.PlainDate
    decidedBy: string
  },
): Promise<void> {
  requireRight(ctx, 'catalogue.edit')
  const { method, feeVnd, validFrom } = input
  const decidedBy = input.decidedBy.trim()
  if (!Number.isInteger(feeVnd) || feeVnd < 0 || feeVnd > 100_000_000)
    throw new Refusal('catalogue.fee_wrong', { field: 'feeVnd' })
  if (decidedBy === '') throw new Refusal('catalogue.fee_without_decision', { field: 'decidedBy' })

  return inTransaction(ctx, async (ctx) => {
    const version = await getProcedure(ctx, { code: input.code, at: validFrom })
    if (!nationalFee(version, method))
      throw new Refusal('catalogue.method_not_offered', { field: 'method' })
    const { code } = version
    // Two officers who enter the same fee at once take turns; the second one's stands.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`fee ${ctx.officeId} ${code} ${method}`}, 0))`.execute(
      ctx.db,
    )
    const same = ctx.db
      .selectFrom('catalogue.office_fee')
      .where('office_id', '=', ctx.officeId)
      .where('procedure_code', '=', code)
      .where('method', '=', method)
    const later = await same
      .select((eb) => eb.fn.min('valid_from').as('valid_from'))
      .where('valid_from', '>', validFrom)
      .executeTakeFirst()
    await ctx.db
      .deleteFrom('catalogue.office_fee')
      .where('id', 'in', same.select('id').where('valid_from', '=', validFrom))
      .execute()
    await ctx.db
      .updateTable('catalogue.office_fee')
      .set({ valid_to: validFrom })
      .where('id', 'in', same.select('id').where(sql<SqlBool>`validity @> ${validFrom}::date`))
      .execute()
    await ctx.db
      .insertInto('catalogue.office_fee')
      .values({
        office_id: ctx.officeId,
        procedure_code: code,
        method,
        fee_vnd: feeVnd,
        valid_from: validFrom,
        valid_to: later?.valid_from ?? null,
        decided_by: decidedBy,
      })
      .execute()
    await record(ctx, 'catalogue.fee_set', code, { method, feeVnd, from: validFrom.toString() })
  })
}
