import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Call } from './call.ts'
import { command, type Spot } from './command.ts'
import { freeCounter } from './free-counter.ts'
import { findCallOf, giveCall } from './give-call.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { sitAt } from './sitting.ts'
import { requireCan } from './standing.ts'

export type CallVisit = {
  clientKey: string
  serviceDayId: string
  counterId: string
  visitId: string
  finishCurrent?: boolean
  /** Only for what `joinCommands` joins. */
  spot?: Spot
}

/**
 * The counter calls this one, who waits or was set aside, whatever their place in line. Refuses who
 * is at a counter or has left, and otherwise what `callNext` refuses.
 */
export async function callVisit(ctx: Ctx, input: CallVisit): Promise<Call> {
  const officerId = requireDesk(ctx)
  const { serviceDayId, counterId, visitId, finishCurrent = false, spot } = input
  return command(
    ctx,
    { kind: 'call', clientKey: input.clientKey, serviceDayId, counterId, spot },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId, spot)
      await sitAt(ctx, { serviceDayId, counterId, officerId }, spot)
      const wanted = { counterId, finishCurrent, alsoVisitId: visitId }
      const visit = await freeCounter(ctx, command, wanted)
      if (visit?.serviceDayId !== serviceDayId) throw new Refusal('queue.visit_not_found')
      requireCan('call', visit)
      return giveCall(ctx, command, visit, counterId)
    },
    async (ctx, done) => (await findCallOf(ctx, done))!,
  )
}
