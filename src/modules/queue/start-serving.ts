import type { Ctx } from '#src/base/ctx.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'

/** The person has come to the counter: the board no longer calls them. Refuses who was not called. */
export async function startServing(ctx: Ctx, input: OnVisit): Promise<void> {
  return onVisit(
    ctx,
    input,
    { kind: 'start', action: 'start' },
    async (ctx, command, visit) => {
      const counterId = visit.counterId!
      await moveVisit(ctx, command, visit, { kind: 'serving', counterId })
    },
    nothingMore,
  )
}
