import type { Ctx } from '#src/base/ctx.ts'
import { serviceDayOf, type ServiceDay } from './service-day.ts'

/**
 * The days from `from` to `to`, both included, in order of date, cancelled ones too: people must be
 * told of those as well.
 */
export async function listServiceDays(
  ctx: Ctx,
  input: { from: Temporal.PlainDate; to: Temporal.PlainDate; programmeId?: string },
): Promise<ServiceDay[]> {
  let query = ctx.db
    .selectFrom('service_days.service_day')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('date', '>=', input.from)
    .where('date', '<=', input.to)
    .orderBy('date')
    .orderBy('id')
  if (input.programmeId !== undefined) query = query.where('programme_id', '=', input.programmeId)
  return (await query.execute()).map(serviceDayOf)
}
