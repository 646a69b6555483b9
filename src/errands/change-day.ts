import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { changeServiceDay, getServiceDay } from '#src/modules/service-days/index.ts'
import { draftBulletin } from './draft-bulletin.ts'
import { tellOfLostPlaces } from './tell-of-lost-places.ts'
import { tellOfMove } from './tell-of-move.ts'

/**
 * Gives one day its own place, hours, room or officers. Whose time is no longer served is to be told,
 * everybody else if the place is another; room that came free is offered to who waits. Where people were
 * told otherwise, the bulletin that corrects it is drafted. Refuses what `changeServiceDay` refuses.
 *
 * @returns how many are to be told
 */
export async function changeDay(
  ctx: Ctx,
  input: Parameters<typeof changeServiceDay>[1],
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const before = await getServiceDay(ctx, input)
    await changeServiceDay(ctx, input)
    await draftBulletin(ctx, input.serviceDayId)
    const lost = await tellOfLostPlaces(ctx, input.serviceDayId)
    return lost + (await tellOfMove(ctx, before))
  })
}
