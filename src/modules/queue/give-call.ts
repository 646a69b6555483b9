import type { Ctx } from '#src/base/ctx.ts'
import { callIdOf, type Call } from './call.ts'
import type { Command, DoneCommand } from './command.ts'
import { moveVisit } from './move-visit.ts'
import type { Standing } from './standing.ts'
import { ticketCode } from './ticket.ts'

/** Calls this visit, which is held, to a counter that is free. */
export async function giveCall(
  ctx: Ctx,
  command: Command,
  visit: Standing,
  counterId: string,
): Promise<Call> {
  command.visitId = visit.visitId
  const { periodId, at } = await moveVisit(ctx, command, visit, { kind: 'called', counterId })
  const callId = callIdOf({ id: periodId, calls: 1 })
  return { visitId: visit.visitId, code: ticketCode(visit), counterId, at, callId }
}

/** The call that a command made; null where it found nobody to call. */
export async function findCallOf(ctx: Ctx, done: DoneCommand): Promise<Call | null> {
  const periodId = done.did.opened.at(-1)
  if (done.visit_id === null || periodId === undefined) return null
  const { id, ...call } = await ctx.db
    .selectFrom('queue.period as p')
    .innerJoin('queue.visit as v', 'v.id', 'p.visit_id')
    .select(['p.id', 'p.from_at', 'p.counter_id', 'v.id as visitId', 'v.series', 'v.number'])
    .where('p.office_id', '=', ctx.officeId)
    .where('p.id', '=', periodId)
    .executeTakeFirstOrThrow()
  return {
    visitId: call.visitId,
    code: ticketCode(call),
    counterId: call.counter_id ?? '',
    at: call.from_at,
    callId: callIdOf({ id, calls: 1 }),
  }
}
