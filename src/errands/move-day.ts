import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { getServiceDay, moveServiceDay } from '#src/modules/service-days/index.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { tellOfMove } from './tell-of-move.ts'

/**
 * Moves a day, drafts the bulletin that says so, and has everybody told who is booked on it: their time
 * stays, the date is another.
 * Refuses what `moveServiceDay` refuses.
 */
export async function moveDay(
  ctx: Ctx,
  input: Parameters<typeof moveServiceDay>[1],
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const before = await getServiceDay(ctx, input)
    await moveServiceDay(ctx, input)
    await draftBulletin(ctx, input.serviceDayId)
    return tellOfMove(ctx, before)
  })
}
