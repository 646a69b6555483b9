import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import type { BulletinVersion } from './bulletin.ts'
import { daySaidOf, saysTheSame } from './day-said.ts'

/** What became of the day of a text while nobody has approved the correction; null while it holds. */
export type DaySince =
  { state: 'moved'; to: Temporal.PlainDate } | { state: 'cancelled' } | { state: 'changed' } | null

/** Whether what a text says of its day still holds. A text without a day, or of one that is over, does. */
export async function readDaySince(
  ctx: Ctx,
  serviceDayId: string | null,
  text: Pick<BulletinVersion, 'kind' | 'dayDate' | 'daySaid'>,
): Promise<DaySince> {
  const { kind, dayDate, daySaid } = text
  if (serviceDayId === null || dayDate === null || kind === 'cancelled') return null
  if (Temporal.PlainDate.compare(dayDate, vietnamDay(ctx.now)) < 0) return null
  const day = await getServiceDay(ctx, { serviceDayId })
  if (day.state === 'cancelled') return { state: 'cancelled' }
  if (!day.date.equals(dayDate)) return { state: 'moved', to: day.date }
  const says = daySaidOf(day, await getVenue(ctx, { venueId: day.venueId }))
  return daySaid && !saysTheSame(daySaid, says) ? { state: 'changed' } : null
}
