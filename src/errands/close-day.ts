import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { dropNeedless } from '#src/modules/notices/index.ts'
import { endLine } from '#src/modules/queue/index.ts'
import { closeServiceDay } from '#src/modules/service-days/index.ts'
import { tellOfLostPlaces } from './tell-of-lost-places.ts'

/**
 * Closes a day and its line: who still waits has left without service, nobody is told that their turn
 * is near any more, and who booked for later that day is to be told. Refuses what `closeServiceDay`
 * refuses.
 *
 * @returns how many are to be told
 */
export async function closeDay(
  ctx: Ctx,
  input: { serviceDayId: string; reason: string },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await closeServiceDay(ctx, input)
    await endLine(ctx, input)
    await dropNeedless(ctx, { serviceDayId: input.serviceDayId, kinds: ['turn_near'] })
    return tellOfLostPlaces(ctx, input.serviceDayId)
  })
}
