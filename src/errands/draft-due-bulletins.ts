import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { listServiceDays } from '#src/modules/service-days/index.ts'
import { draftBulletin } from './draft-bulletin.ts'

const daysAhead = 60

/**
 * Every morning: drafts the bulletin of tomorrow's day, and corrects what was told of a day that was
 * moved or called off since. What was drafted already stays.
 */
export async function draftDueBulletins(ctx: Ctx): Promise<void> {
  const from = vietnamDay(ctx.now)
  const days = await listServiceDays(ctx, { from, to: from.add({ days: daysAhead }) })
  for (const day of days) await draftBulletin(ctx, day.id)
}
