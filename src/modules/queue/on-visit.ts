import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { command, type Command, type DoneCommand, type Spot } from './command.ts'
import type { CommandKind } from './line.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { counterOf } from './sitting.ts'
import { lockVisit, type Standing } from './standing.ts'
import { ticketCode } from './ticket.ts'
import type { VisitAction } from './visit.ts'

export type OnVisit = {
  clientKey: string
  visitId: string
  /** Only for what `joinCommands` joins. */
  spot?: Spot
}

/**
 * A command of the desk about one visit: held, and refused where it cannot be done from where the
 * visit stands. It counts as one of the counter where the visit is, or else where the officer sits:
 * there it can be taken back.
 */
export async function onVisit<T>(
  ctx: Ctx,
  input: OnVisit,
  what: { kind: CommandKind; action: VisitAction },
  work: (ctx: Ctx, command: Command, visit: Standing) => Promise<T>,
  again: (ctx: Ctx, done: DoneCommand) => Promise<T>,
): Promise<T> {
  requireDesk(ctx)
  const { clientKey, visitId, spot } = input
  const serviceDayId = await dayOfVisit(ctx, visitId)
  return command(
    ctx,
    { kind: what.kind, clientKey, serviceDayId, spot },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId, spot)
      const visit = await lockVisit(ctx, visitId, what.action)
      if (spot) requireHere(visit, spot)
      command.visitId = visitId
      command.counterId = visit.counterId ?? spot?.counterId ?? (await counterOf(ctx, serviceDayId))
      return work(ctx, command, visit)
    },
    again,
  )
}

/** The service day of a visit. Refuses a visit of another office. */
export async function dayOfVisit(ctx: Ctx, visitId: string): Promise<string> {
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select('service_day_id')
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', visitId)
    .executeTakeFirst()
  if (!visit) throw new Refusal('queue.visit_not_found')
  return visit.service_day_id
}

/** A desk that was cut off speaks of people before it: not of one whom another counter took meanwhile. */
function requireHere(visit: Standing, spot: Spot): void {
  if (visit.state === 'left' || visit.counterId === null) return
  if (visit.counterId !== spot.counterId)
    throw new Refusal('queue.visit_elsewhere', { params: { code: ticketCode(visit) } })
}

/** What a command answers that only does something, when it comes again. */
export async function nothingMore(): Promise<void> {}
