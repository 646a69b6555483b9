import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireRegister } from './require-register.ts'

/**
 * The whole phone of a hamlet's head or a business's contact, so that an officer can ring them up; who
 * saw it stands in the trail. Null when none was left. Refuses who is not on the list.
 */
export async function revealContactPhone(
  ctx: Ctx,
  of: { hamletId: string } | { businessId: string },
): Promise<string | null> {
  requireRegister(ctx)
  return inTransaction(ctx, async (ctx) => {
    const sealed =
      'hamletId' in of
        ? await ctx.db
            .selectFrom('reach.hamlet')
            .select('head_phone_sealed as phone')
            .where('office_id', '=', ctx.officeId)
            .where('hamlet_id', '=', of.hamletId)
            .executeTakeFirst()
        : await ctx.db
            .selectFrom('reach.business')
            .select('contact_phone_sealed as phone')
            .where('office_id', '=', ctx.officeId)
            .where('id', '=', of.businessId)
            .executeTakeFirst()
    if (!sealed)
      throw new Refusal('hamletId' in of ? 'reach.hamlet_not_found' : 'reach.business_not_found')
    if (!sealed.phone) return null
    await record(ctx, 'reach.contact_revealed', 'hamletId' in of ? of.hamletId : of.businessId)
    return ctx.sealer.open(sealed.phone)
  })
}
