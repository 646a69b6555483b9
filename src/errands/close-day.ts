import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { dropNeedless } from '#src/modules/notices/index.ts'
import { endLine } from '#src/modules/queue/index.ts'
import { closeServiceDay } from '#src/modules/service-days/index.ts'

/**
 * Closes a day and its line: who still waits has left without service, and nobody is told that their
 * turn is near any more. Refuses what `closeServiceDay` refuses.
 */
export async function closeDay(
  ctx: Ctx,
  input: { serviceDayId: string; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await closeServiceDay(ctx, input)
    await endLine(ctx, input)
    await dropNeedless(ctx, { serviceDayId: input.serviceDayId, kinds: ['turn_near'] })
  })
}
