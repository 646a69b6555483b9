import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Command } from './command.ts'
import { lockAtCounter } from './lock-at-counter.ts'
import { moveVisit } from './move-visit.ts'
import type { Standing } from './standing.ts'
import { ticketCode } from './ticket.ts'

/**
 * Sees that nobody is at the counter any more: who is there was served, if the officer says so.
 * Refuses otherwise, naming the number. What is then done there begins after what was there before.
 */
export async function freeCounter(
  ctx: Ctx,
  command: Command,
  input: { counterId: string; finishCurrent: boolean; alsoVisitId?: string },
): Promise<Standing | null> {
  const { standing, also, freeSince } = await lockAtCounter(
    ctx,
    command.serviceDayId,
    input.counterId,
    input.alsoVisitId,
  )
  if (freeSince && freeSince > command.at) command.at = freeSince
  if (!standing || standing.visitId === also?.visitId) return also
  if (!input.finishCurrent)
    throw new Refusal('queue.counter_busy', { params: { code: ticketCode(standing) } })
  await moveVisit(ctx, command, standing, {
    ...{ kind: 'left', outcome: 'served', counterId: input.counterId },
  })
  return also
}
