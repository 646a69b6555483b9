import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getServiceDay, type ServiceDay } from '#src/modules/service-days/index.ts'

/** The service day, and whether its line is open at this moment. Refuses another office's. */
export async function readDay(
  ctx: Ctx,
  serviceDayId: string,
): Promise<{ day: ServiceDay; dayOpen: boolean }> {
  const day = await getServiceDay(ctx, { serviceDayId })
  return { day, dayOpen: day.state === 'open' && day.date.equals(vietnamDay(ctx.now)) }
}
