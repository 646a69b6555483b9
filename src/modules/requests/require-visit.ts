import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { getVisit } from '#src/modules/queue/index.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'

/**
 * The visit during which a request is received, and its service day while that is open. Refuses a
 * visit of another office or of another date.
 */
export async function requireVisit(
  ctx: Ctx,
  visitId: string,
  on: Temporal.PlainDate,
): Promise<{ openDayId: string | undefined }> {
  const visit = await getVisit(ctx, { visitId })
  const day = await getServiceDay(ctx, { serviceDayId: visit.serviceDayId })
  if (!day.date.equals(on)) throw new Refusal('requests.visit_of_another_day')
  return { openDayId: day.state === 'open' ? day.id : undefined }
}
