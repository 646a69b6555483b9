import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { getProgramme } from './get-programme.ts'
import type { Programme } from './programme.ts'
import { serviceDayOf, type ServiceDay } from './service-day.ts'

export type WholeServiceDay = ServiceDay & { programme: Programme; officerIds: string[] }

/**
 * One day with its programme (what is promised, who else comes) and who sits there. What came of it
 * is told by `readServiceDayFigures` of requests. Refuses another office's day.
 */
export async function getServiceDay(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<WholeServiceDay> {
  const row = await ctx.db
    .selectFrom('service_days.service_day')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.serviceDayId)
    .executeTakeFirst()
  if (!row) throw new Refusal('service_days.not_found')
  const roster = await ctx.db
    .selectFrom('service_days.roster')
    .select('officer_id')
    .where('office_id', '=', ctx.officeId)
    .where('service_day_id', '=', row.id)
    .orderBy('officer_id')
    .execute()
  return {
    ...serviceDayOf(row),
    programme: await getProgramme(ctx, { programmeId: row.programme_id }),
    officerIds: roster.map((it) => it.officer_id),
  }
}
