import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'

/** Refuses a day of another office, and one that is not open today: planned, closed, cancelled or forgotten open. */
export async function requireOpenServiceDay(ctx: Ctx, serviceDayId: string): Promise<void> {
  const day = await ctx.db
    .selectFrom('service_days.service_day')
    .select(['state', 'date'])
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', serviceDayId)
    .executeTakeFirst()
  if (!day) throw new Refusal('service_days.not_found', { field: 'serviceDayId' })
  if (day.state !== 'open' || !day.date.equals(vietnamDay(ctx.now)))
    throw new Refusal('service_days.not_open', { field: 'serviceDayId' })
}
