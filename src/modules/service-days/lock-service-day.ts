import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import {
  serviceDayCan,
  serviceDayOf,
  type ServiceDay,
  type ServiceDayAction,
  type ServiceDayState,
} from './service-day.ts'

const refusedIn: Record<ServiceDayState, Refusal['code']> = {
  planned: 'service_days.is_planned',
  open: 'service_days.is_open',
  closed: 'service_days.is_closed',
  cancelled: 'service_days.is_cancelled',
}

/** The day, held until the transaction ends. Refuses another office's, and what its state forbids. */
export async function lockServiceDay(
  ctx: Ctx,
  serviceDayId: string,
  action: ServiceDayAction,
): Promise<ServiceDay> {
  const row = await ctx.db
    .selectFrom('service_days.service_day')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', serviceDayId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('service_days.not_found')
  if (!serviceDayCan(action, row.state)) throw new Refusal(refusedIn[row.state])
  return serviceDayOf(row)
}
