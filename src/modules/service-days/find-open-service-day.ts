import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { serviceDayOf, type ServiceDay } from './service-day.ts'

/** Today's day that is open now; null on an ordinary day. Of two, the one opened first. */
export async function findOpenServiceDay(ctx: Ctx): Promise<ServiceDay | null> {
  const row = await ctx.db
    .selectFrom('service_days.service_day')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', 'open')
    .where('date', '=', vietnamDay(ctx.now))
    .orderBy('opened_at')
    .limit(1)
    .executeTakeFirst()
  return row ? serviceDayOf(row) : null
}
