import type { Ctx } from '#src/base/ctx.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'

/** Somebody at the counter is set aside: they fill in a form or fetch a copy. The counter is free for others. */
export async function holdVisit(ctx: Ctx, input: OnVisit): Promise<void> {
  return onVisit(
    ctx,
    input,
    { kind: 'hold', action: 'hold' },
    async (ctx, command, visit) => {
      const { counterId } = visit
      await moveVisit(ctx, command, visit, { kind: 'hold', counterId })
    },
    nothingMore,
  )
}
