import type { Ctx } from '#src/base/ctx.ts'

/** Writes who sits there on the day, in place of who stood there before. */
export async function writeRoster(
  ctx: Ctx,
  serviceDayId: string,
  officerIds: string[],
): Promise<void> {
  await ctx.db
    .deleteFrom('service_days.roster')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', serviceDayId)
    .execute()
  if (officerIds.length === 0) return
  await ctx.db
    .insertInto('service_days.roster')
    .values(
      [...new Set(officerIds)].map((officer_id) => ({
        office_id: ctx.officeId,
        service_day_id: serviceDayId,
        officer_id,
      })),
    )
    .execute()
}
