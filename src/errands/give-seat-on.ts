import type { Ctx } from '#src/base/ctx.ts'
import { dropNeedless } from '#src/modules/notices/index.ts'
import { offerFreedSeats } from './offer-freed-seats.ts'

/** What is told of an appointment's time. */
const aboutTime = ['day_moved', 'day_cancelled', 'appointment_displaced', 'booked'] as const

/**
 * After an appointment was changed or cancelled, by the person or by an officer: they need not be told
 * of its old time any more, and the seat that they had is offered to who waits for it.
 */
export async function giveSeatOn(
  ctx: Ctx,
  had: { id: string; serviceDayId: string },
): Promise<void> {
  await dropNeedless(ctx, { subjectId: had.id, kinds: aboutTime })
  await offerFreedSeats(ctx, had.serviceDayId)
}
