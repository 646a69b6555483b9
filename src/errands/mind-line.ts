import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { dropNeedless, settleNotices } from '#src/modules/notices/index.ts'
import { listServiceDaysWithWishes } from '#src/modules/queue/index.ts'
import { listServiceDays } from '#src/modules/service-days/index.ts'
import { offerFreedSeats } from './offer-freed-seats.ts'
import { tellNearTurns } from './tell-near-turns.ts'

/**
 * What the line of an office needs every minute, whoever is at the desk: seats whose offer lapsed go to
 * the next who waits, who is near is told, what the channels made of our messages is noted, and what is
 * too late to tell leaves the list.
 */
export async function mindLine(ctx: Ctx): Promise<void> {
  for (const serviceDayId of await listServiceDaysWithWishes(ctx))
    await offerFreedSeats(ctx, serviceDayId)
  const today = vietnamDay(ctx.now)
  for (const { id, state } of await listServiceDays(ctx, { from: today, to: today }))
    if (state === 'open') await tellNearTurns(ctx, id)
  await settleNotices(ctx)
  await dropNeedless(ctx)
}
