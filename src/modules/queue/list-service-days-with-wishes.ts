import type { Ctx } from '#src/base/ctx.ts'

/** The days that somebody waits for, for the job that passes seats on. */
export async function listServiceDaysWithWishes(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('queue.wish')
    .select('service_day_id')
    .distinct()
    .where('office_id', '=', ctx.officeId)
    .where('state', 'in', ['waiting', 'offered'])
    .orderBy('service_day_id')
    .execute()
  return rows.map((row) => row.service_day_id)
}
