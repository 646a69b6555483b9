import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { endProgramme as end } from '#src/modules/service-days/index.ts'
import { listDaysAhead } from './list-days-ahead.ts'
import { tellOfLostPlaces } from './tell-of-lost-places.ts'

/**
 * Ends a programme; who is booked on a day that is called off by it is to be told. Refuses what
 * `endProgramme` of service-days refuses.
 */
export async function endProgramme(
  ctx: Ctx,
  input: { programmeId: string; validTo: Temporal.PlainDate; reason: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const days = await listDaysAhead(ctx, input.programmeId)
    await end(ctx, input)
    for (const { id } of days) await tellOfLostPlaces(ctx, id)
  })
}
