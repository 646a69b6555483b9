import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell } from '#src/modules/notices/index.ts'
import { passOnFreedSeats } from '#src/modules/queue/index.ts'
import { clockOf } from './moment.ts'

/** A seat of the day may be free now: the next of the waiting list is offered it and is to be told. */
export async function offerFreedSeats(ctx: Ctx, serviceDayId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    for (const offer of await passOnFreedSeats(ctx, { serviceDayId })) {
      const [date, time] = [offer.date.toString(), clockOf(offer.start)]
      await askToTell(ctx, {
        kind: 'seat_offered',
        subjectId: offer.wishId,
        occasion: `${date} ${time}`,
        serviceDayId,
        name: offer.name,
        phoneSealed: offer.phoneSealed,
        usefulUntil: offer.until,
        params: { date, time, until: offer.until.toISOString(), token: offer.token },
      })
    }
  })
}
