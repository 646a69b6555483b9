import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { callAgain } from './call-again.ts'
import { callVisit } from './call-visit.ts'
import { changePriority } from './change-priority.ts'
import { findVisitId } from './find-visit-id.ts'
import { finishVisit } from './finish-visit.ts'
import { holdVisit } from './hold-visit.ts'
import { joinTicket } from './join-ticket.ts'
import { markAbsent } from './mark-absent.ts'
import type { AboutVisit, Joining, OnTheSpotCommand } from './on-the-spot.ts'
import { passToCounter } from './pass-to-counter.ts'
import { rejoin } from './rejoin.ts'
import { resumeVisit } from './resume-visit.ts'
import { sendAway } from './send-away.ts'
import { startServing } from './start-serving.ts'
import { undoLast } from './undo-last.ts'

/** Does what a desk that was cut off did, by the same deeds and rules as at one that was not. */
export async function carryOut(
  ctx: Ctx,
  joining: Joining,
  said: OnTheSpotCommand,
): Promise<unknown> {
  const { serviceDayId } = joining
  if (said.kind === 'ticket') return joinTicket(ctx, joining, said)
  if (said.kind === 'undo') return undoLast(ctx, { ...said, ...joining })
  const visitId = await findVisitId(ctx, serviceDayId, said.visit)
  if (visitId === null) throw new Refusal('queue.visit_not_found')
  return aboutVisit(ctx, joining, said, visitId)
}

async function aboutVisit(
  ctx: Ctx,
  { serviceDayId, spot }: Joining,
  said: AboutVisit,
  visitId: string,
): Promise<unknown> {
  const { clientKey, counterId } = said
  const on = { clientKey, visitId, spot }
  switch (said.kind) {
    case 'next':
    case 'call': {
      const finishCurrent = said.finishCurrent ?? false
      return callVisit(ctx, { ...on, serviceDayId, counterId, finishCurrent })
    }
    case 'again':
      return callAgain(ctx, on)
    case 'start':
      return startServing(ctx, on)
    case 'finish':
      return finishVisit(ctx, on)
    case 'absent':
      return markAbsent(ctx, on)
    case 'hold':
      return holdVisit(ctx, on)
    case 'resume':
      return resumeVisit(ctx, { ...on, counterId })
    case 'rejoin':
      return rejoin(ctx, on)
    case 'pass':
      return passToCounter(ctx, { ...on, toCounterId: said.toCounterId })
    case 'away':
      return sendAway(ctx, {
        ...{ ...on, reason: said.reason },
        ...(said.outcome ? { outcome: said.outcome } : {}),
      })
    case 'priority':
      return changePriority(ctx, { ...on, priority: said.priority })
  }
}
