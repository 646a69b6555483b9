import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell, dropNeedless } from '#src/modules/notices/index.ts'
import { displaceAppointments } from '#src/modules/queue/index.ts'
import { getServiceDay } from '#src/modules/service-days/index.ts'
import { clockOf, instantOf } from './moment.ts'
import { offerFreedSeats } from './offer-freed-seats.ts'

/**
 * After a day was called off, closed early or its hours were changed: everybody booked whose time is
 * gone is to be told, and may take another place with the link they have. Nobody waits for a day
 * called off.
 *
 * @returns how many are to be told
 */
export async function tellOfLostPlaces(ctx: Ctx, serviceDayId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const day = await getServiceDay(ctx, { serviceDayId })
    const lost = await displaceAppointments(ctx, { serviceDayId })
    for (const it of lost) {
      const where = { date: it.date.toString(), time: clockOf(it.start), token: it.token }
      const subjectId = it.appointmentId
      await dropNeedless(ctx, { subjectId, kinds: ['day_moved', 'booked'] })
      await askToTell(ctx, {
        ...(day.state === 'cancelled'
          ? {
              kind: 'day_cancelled' as const,
              params: { ...where, reason: day.cancelReason ?? '' },
            }
          : { kind: 'appointment_displaced' as const, params: where }),
        subjectId,
        // Booked anew and displaced again, they are told again.
        occasion: ctx.now.toISOString(),
        serviceDayId,
        name: it.personName ?? it.organisation,
        phoneSealed: it.phoneSealed,
        usefulUntil: instantOf(it.date, it.start),
      })
    }
    await offerFreedSeats(ctx, serviceDayId)
    return lost.length
  })
}
