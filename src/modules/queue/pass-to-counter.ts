import type { Ctx } from '#src/base/ctx.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore, onVisit, type OnVisit } from './on-visit.ts'
import { requireCounter } from './sitting.ts'

/**
 * Somebody goes on to another counter and keeps their place in line: only that counter's "next" takes
 * them, before everybody who came later. Refuses a counter that is not used.
 */
export async function passToCounter(
  ctx: Ctx,
  input: OnVisit & { toCounterId: string },
): Promise<void> {
  return onVisit(
    ctx,
    input,
    { kind: 'pass', action: 'pass' },
    async (ctx, command, visit) => {
      const counter = await requireCounter(ctx, input.toCounterId)
      const { turnAt } = visit
      await moveVisit(ctx, command, visit, { kind: 'waiting', turnAt, forCounterId: counter.id })
    },
    nothingMore,
  )
}
