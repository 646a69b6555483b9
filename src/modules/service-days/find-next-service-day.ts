import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { serviceDayOf, type ServiceDay } from './service-day.ts'

/**
 * The day that people should come on next: today's while it is planned or open, else the nearest one
 * ahead. Null when nothing is planned.
 */
export async function findNextServiceDay(ctx: Ctx): Promise<ServiceDay | null> {
  const row = await ctx.db
    .selectFrom('service_days.service_day')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('state', 'in', ['planned', 'open'])
    .where('date', '>=', vietnamDay(ctx.now))
    .orderBy('date')
    .orderBy('morning_from')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row ? serviceDayOf(row) : null
}
