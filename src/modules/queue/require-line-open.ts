import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getServiceDay, listServiceDays, type ServiceDay } from '#src/modules/service-days/index.ts'
import type { Spot } from './command.ts'

/**
 * Today's day, which is open. Refuses one of another date or office, not opened yet, or closed. What
 * a desk did while it was cut off needs a day that was open then.
 */
export async function requireLineOpen(
  ctx: Ctx,
  serviceDayId: string,
  spot?: Spot,
): Promise<ServiceDay> {
  const day = spot
    ? await getServiceDay(ctx, { serviceDayId })
    : (await listToday(ctx)).find((it) => it.id === serviceDayId)
  const open = spot ? day && wasOpen(day, spot.at) : day?.state === 'open'
  if (!day || !open) throw new Refusal('queue.line_not_open')
  return day
}

async function listToday(ctx: Ctx): Promise<ServiceDay[]> {
  const today = vietnamDay(ctx.now)
  return listServiceDays(ctx, { from: today, to: today })
}

function wasOpen(day: ServiceDay, at: Date): boolean {
  return (
    day.openedAt !== null && day.openedAt <= at && (day.closedAt === null || at <= day.closedAt)
  )
}
