import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { businessBreaches, type BusinessInput } from './business.ts'
import { requireShort } from './require-short.ts'
import { sealContact } from './seal-contact.ts'

/**
 * The office corrects a business, or takes it off the list with `inUse: false`: its codes still count.
 * Refuses as `addBusiness` does, and a business of another office.
 */
export async function changeBusiness(
  ctx: Ctx,
  input: { businessId: string; changes: BusinessInput },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const { changes } = input
  const { name, contactName, address } = changes
  requireShort({ name, contactName, address })
  const phone = sealContact(ctx, changes.contactPhone, 'contactPhone')
  return inTransaction(ctx, async (ctx) => {
    const changed = await refuseBreach(businessBreaches, () =>
      ctx.db
        .updateTable('reach.business')
        .set({
          name,
          workers: changes.workers,
          contact_name: contactName,
          address,
          hamlet_id: changes.hamletId,
          ...(phone === undefined ? {} : { contact_phone_sealed: phone }),
          ...(changes.inUse === undefined ? {} : { in_use: changes.inUse }),
        })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', input.businessId)
        .returning('id')
        .executeTakeFirst(),
    )
    if (!changed) throw new Refusal('reach.business_not_found')
    await record(ctx, 'reach.business_changed', changed.id)
  })
}
