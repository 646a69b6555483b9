import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import {
  officeBreaches,
  officeColumns,
  officeOf,
  type Office,
  type OfficeSettings,
} from './office.ts'

/**
 * The office changes what it says of itself; what is left out stays. Refuses an empty name, a phone
 * that is none, a prefix that is not two to four capitals, and figures outside their range.
 */
export async function changeOffice(ctx: Ctx, input: Partial<OfficeSettings>): Promise<Office> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const row = await refuseBreach(officeBreaches, () =>
      ctx.db
        .updateTable('offices.office')
        // Its own value first, so that an empty change is still a statement.
        .set((eb) => ({ slug: eb.ref('slug'), ...officeColumns(input) }))
        .where('id', '=', ctx.officeId)
        .returningAll()
        .executeTakeFirst(),
    )
    if (!row) throw new Refusal('offices.not_found')
    await record(ctx, 'offices.changed', row.id, { fields: Object.keys(input) })
    return officeOf(row)
  })
}
