import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { businessBreaches, type BusinessInput } from './business.ts'
import { requireShort } from './require-short.ts'
import { sealContact } from './seal-contact.ts'

/**
 * The office puts a business on its list. Refuses a name that is empty, too long or taken (however its
 * marks are typed), a number of workers that cannot be, a phone that is none and an unknown hamlet.
 */
export async function addBusiness(ctx: Ctx, input: BusinessInput): Promise<{ id: string }> {
  requireRight(ctx, 'offices.edit')
  const { name, contactName, address } = input
  requireShort({ name, contactName, address })
  const phone = sealContact(ctx, input.contactPhone, 'contactPhone')
  return inTransaction(ctx, async (ctx) => {
    const business = await refuseBreach(businessBreaches, () =>
      ctx.db
        .insertInto('reach.business')
        .values({
          office_id: ctx.officeId,
          name,
          workers: input.workers,
          contact_name: contactName,
          contact_phone_sealed: phone ?? null,
          address,
          hamlet_id: input.hamletId,
        })
        .returning('id')
        .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'reach.business_added', business.id)
    return business
  })
}
