import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireDesk } from './require-desk.ts'
import { leaveSeat } from './sitting.ts'

/** The officer gets up from their counter. Refuses while somebody is before them. */
export async function standUp(ctx: Ctx, input: { serviceDayId: string }): Promise<void> {
  const officerId = requireDesk(ctx)
  return inTransaction(ctx, async (ctx) => {
    if (!(await leaveSeat(ctx, { ...input, officerId }))) return
    await record(ctx, 'queue.stood_up', input.serviceDayId)
    await announce(ctx, 'queue', input.serviceDayId)
  })
}
