import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { closeServiceDay } from '#src/modules/service-days/index.ts'

/** x */
export async function closeDay(
  ctx: Ctx,
  input: { serviceDayId: string; reason: string },
): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await closeServiceDay(ctx, input)
    return 0
  })
}
