import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { cancelServiceDay } from '#src/modules/service-days/index.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { tellOfLostPlaces } from './tell-of-lost-places.ts'

/**
 * Calls a day off, drafts the bulletin that says so, and has everybody told who was booked on it.
 * Refuses what `cancelServiceDay` refuses.
 */
export async function callOffDay(
  ctx: Ctx,
  input: { serviceDayId: string; reason: string },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await cancelServiceDay(ctx, input)
    await draftBulletin(ctx, input.serviceDayId)
    return tellOfLostPlaces(ctx, input.serviceDayId)
  })
}
