import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { World } from '#src/base/world.ts'
import { planDays } from '#src/modules/service-days/index.ts'
import { forEveryOffice } from './for-every-office.ts'

const daysAhead = 60

/** Plans every office's service days two months ahead, so that people always see the next one. */
export function planAhead(world: World): Promise<void> {
  const until = vietnamDay(world.now).add({ days: daysAhead })
  return forEveryOffice(world, 'plan_service_days', (ctx) => planDays(ctx, { until }))
}
