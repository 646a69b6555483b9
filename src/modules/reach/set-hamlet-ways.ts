import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import type { HamletWays } from './hamlet.ts'
import { requireShort } from './require-short.ts'
import { sealContact } from './seal-contact.ts'

/**
 * The office says how news gets into a hamlet: over a loudspeaker, by its head. Refuses a phone that
 * is none and a hamlet of another office.
 */
export async function setHamletWays(
  ctx: Ctx,
  input: { hamletId: string; ways: HamletWays },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  const { hasLoudspeaker, headName, headPhone } = input.ways
  requireShort({ headName })
  const phone = sealContact(ctx, headPhone, 'contactPhone')
  return inTransaction(ctx, async (ctx) => {
    const ways = {
      has_loudspeaker: hasLoudspeaker,
      head_name: headName,
      ...(phone === undefined ? {} : { head_phone_sealed: phone }),
    }
    await refuseBreach({ hamlet_is_of_the_office: ['reach.hamlet_not_found'] }, () =>
      ctx.db
        .insertInto('reach.hamlet')
        .values({ office_id: ctx.officeId, hamlet_id: input.hamletId, ...ways })
        .onConflict((it) => it.column('hamlet_id').doUpdateSet(ways))
        .execute(),
    )
    await record(ctx, 'reach.hamlet_ways_set', input.hamletId)
  })
}
