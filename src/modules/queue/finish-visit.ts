import type { Ctx } from '#src/base/ctx.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'

/** The person was served and goes. Refuses who is not at a counter. */
export async function finishVisit(ctx: Ctx, input: OnVisit): Promise<void> {
  return onVisit(
    ctx,
    input,
    { kind: 'finish', action: 'finish' },
    async (ctx, command, visit) => {
      const { counterId } = visit
      await moveVisit(ctx, command, visit, { kind: 'left', outcome: 'served', counterId })
    },
    nothingMore,
  )
}
