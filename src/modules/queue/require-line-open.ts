import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { listServiceDays, type ServiceDay } from '#src/modules/service-days/index.ts'

/** Today's day, which is open. Refuses one of another date or office, not opened yet, or closed. */
export async function requireLineOpen(ctx: Ctx, serviceDayId: string): Promise<ServiceDay> {
  const today = vietnamDay(ctx.now)
  const days = await listServiceDays(ctx, { from: today, to: today })
  const day = days.find((it) => it.id === serviceDayId)
  if (day?.state !== 'open') throw new Refusal('queue.line_not_open')
  return day
}
