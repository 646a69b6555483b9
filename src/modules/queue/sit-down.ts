import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { record } from '#src/modules/audit/index.ts'
import { makeDay } from './make-day.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { sitAt } from './sitting.ts'

/**
 * The officer sits down at a counter, from another one too. Refuses a counter where a colleague
 * sits, by name; one that is not used; and whoever still has somebody before them elsewhere.
 */
export async function sitDown(
  ctx: Ctx,
  input: { serviceDayId: string; counterId: string },
): Promise<void> {
  const officerId = requireDesk(ctx)
  return inTransaction(ctx, async (ctx) => {
    await requireLineOpen(ctx, input.serviceDayId)
    await makeDay(ctx, input.serviceDayId)
    await sitAt(ctx, { ...input, officerId })
    await record(ctx, 'queue.sat_down', input.counterId)
    await announce(ctx, 'queue', input.serviceDayId)
  })
}
