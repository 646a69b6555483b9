import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { changeProgramme as change } from '#src/modules/service-days/index.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { listDaysAhead } from './list-days-ahead.ts'
import { tellOfLostPlaces } from './tell-of-lost-places.ts'

/**
 * Changes the terms of a programme; who is booked at a time that its days no longer serve is to be
 * told, and what bulletins told otherwise is corrected. Refuses what `changeProgramme` of service-days refuses.
 */
export async function changeProgramme(
  ctx: Ctx,
  input: Parameters<typeof change>[1],
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await change(ctx, input)
    for (const { id } of await listDaysAhead(ctx, input.programmeId)) {
      await tellOfLostPlaces(ctx, id)
      await draftBulletin(ctx, id)
    }
  })
}
