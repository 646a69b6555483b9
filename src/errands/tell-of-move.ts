import type { Ctx } from '#src/base/ctx.ts'
import { askToTell, dropNeedless } from '#src/modules/notices/index.ts'
import { getVenue } from '#src/modules/offices/index.ts'
import { listBookedPeople } from '#src/modules/queue/index.ts'
import { getServiceDay, type ServiceDay } from '#src/modules/service-days/index.ts'
import { clockOf, instantOf } from './moment.ts'

/**
 * A day takes place on another date or at another venue than it did: everybody booked on it is to be
 * told where and when, and that their time stays.
 *
 * @returns how many are to be told
 */
export async function tellOfMove(ctx: Ctx, before: ServiceDay): Promise<number> {
  const serviceDayId = before.id
  const after = await getServiceDay(ctx, { serviceDayId })
  if (after.date.equals(before.date) && after.venueId === before.venueId) return 0
  const venue = await getVenue(ctx, { venueId: after.venueId })
  const booked = await listBookedPeople(ctx, { serviceDayId })
  const [from, date] = [before.date.toString(), after.date.toString()]
  for (const it of booked) {
    const subjectId = it.appointmentId
    // Moved twice before they were told: only where it ended up matters.
    await dropNeedless(ctx, { subjectId, kinds: ['day_moved'] })
    const [then, now] = [instantOf(before.date, it.start), instantOf(after.date, it.start)]
    await askToTell(ctx, {
      kind: 'day_moved',
      subjectId,
      occasion: `${from} ${date} ${ctx.now.toISOString()}`,
      serviceDayId,
      name: it.personName ?? it.organisation,
      phoneSealed: it.phoneSealed,
      tellBy: then < now ? then : now,
      usefulUntil: now,
      params: {
        ...{ from, date, time: clockOf(it.start), token: it.token },
        ...{ venue: venue.name, reason: after.movedReason ?? '' },
      },
    })
  }
  return booked.length
}
