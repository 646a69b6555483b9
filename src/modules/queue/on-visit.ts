import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { command, officerIdOf, type Command, type DoneCommand } from './command.ts'
import type { CommandKind } from './line.ts'
import { requireDesk } from './require-desk.ts'
import { requireLineOpen } from './require-line-open.ts'
import { lockVisit, type Standing } from './standing.ts'
import type { VisitAction } from './visit.ts'

export type OnVisit = { clientKey: string; visitId: string }

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
  const serviceDayId = await dayOfVisit(ctx, input.visitId)
  return command(
    ctx,
    { kind: what.kind, clientKey: input.clientKey, serviceDayId },
    async (ctx, command) => {
      await requireLineOpen(ctx, serviceDayId)
      const visit = await lockVisit(ctx, input.visitId, what.action)
      command.visitId = visit.visitId
      command.counterId = visit.counterId ?? (await counterOf(ctx, serviceDayId))
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

/** Where the officer sits now, if anywhere. */
async function counterOf(ctx: Ctx, serviceDayId: string): Promise<string | null> {
  const sitting = await ctx.db
    .selectFrom('queue.sitting')
    .select('counter_id')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where('officer_id', '=', officerIdOf(ctx))
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return sitting?.counter_id ?? null
}

/** What a command answers that only does something, when it comes again. */
export async function nothingMore(): Promise<void> {}
