import type { Ctx } from '#src/base/ctx.ts'

export type Sitting = { counterId: string; officerId: string; since: Date }

/** Who sits where now. */
export async function listSittings(ctx: Ctx, serviceDayId: string): Promise<Sitting[]> {
  return ctx.db
    .selectFrom('queue.sitting')
    .select(['counter_id as counterId', 'officer_id as officerId', 'from_at as since'])
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .where('to_at', 'is', null)
    .execute()
}
