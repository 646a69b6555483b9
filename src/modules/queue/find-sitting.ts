import type { Ctx } from '#src/base/ctx.ts'
import { requireDesk } from './require-desk.ts'

/** Where the officer sits now; null when they do not. */
export async function findSitting(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<{ counterId: string; since: Date } | null> {
  const officerId = requireDesk(ctx)
  const sitting = await ctx.db
    .selectFrom('queue.sitting')
    .select(['counter_id as counterId', 'from_at as since'])
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', input.serviceDayId)
    .where('officer_id', '=', officerId)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return sitting ?? null
}
