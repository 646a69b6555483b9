import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { command, type Spot } from './command.ts'
import { freeCounter } from './free-counter.ts'
import { moveVisit } from './move-visit.ts'
import { nothingMore } from './on-visit.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { sitAt } from './sitting.ts'
import { readStandings, requireCan } from './standing.ts'

export type ResumeVisit = {
  clientKey: string
  visitId: string
  /** Where they were set aside when left out. */
  counterId?: string
  /** Only for what `joinCommands` joins. */
  spot?: Spot
}

/** Somebody who was set aside is served further, with no call. Refuses a counter where somebody else is. */
export async function resumeVisit(ctx: Ctx, input: ResumeVisit): Promise<void> {
  const officerId = requireDesk(ctx)
  const { clientKey, visitId, spot } = input
  const [found] = await readStandings(ctx, [visitId])
  if (!found) throw new Refusal('queue.visit_not_found')
  const { serviceDayId } = found
  const counterId = input.counterId ?? found.counterId
  return command(
    ctx,
    { kind: 'resume', clientKey, serviceDayId, counterId, spot },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId, spot)
      requireCan('resume', found)
      if (counterId === null) throw new Refusal('queue.counter_unknown', { field: 'counterId' })
      await sitAt(ctx, { serviceDayId, counterId, officerId }, spot)
      const wanted = { counterId, finishCurrent: false, alsoVisitId: visitId }
      const visit = await freeCounter(ctx, command, wanted)
      if (!visit) throw new Refusal('queue.visit_not_found')
      requireCan('resume', visit)
      command.visitId = visitId
      await moveVisit(ctx, command, visit, { kind: 'serving', counterId })
    },
    nothingMore,
  )
}
