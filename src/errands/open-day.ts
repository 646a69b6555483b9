import { randomUUID } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { beginLineAgain, changeAppointment, listAppointments } from '#src/modules/queue/index.ts'
import { openServiceDay } from '#src/modules/service-days/index.ts'
import { giveSeatOn } from './give-seat-on.ts'
import { instantOf } from './moment.ts'

/**
 * Opens a day. Where it had closed too early, whom the closing sent away waits again at their old place,
 * and who was booked for later has their time again as far as it is still free. Refuses what
 * `openServiceDay` refuses.
 */
export async function openDay(ctx: Ctx, input: { serviceDayId: string }): Promise<void> {
  const { serviceDayId } = input
  await inTransaction(ctx, async (ctx) => {
    await openServiceDay(ctx, input)
    await beginLineAgain(ctx, input)
  })
  const lost = (await listAppointments(ctx, input)).filter(
    (it) => it.state === 'displaced' && instantOf(it.date, it.start) > ctx.now,
  )
  // Each by itself: one whose time somebody else has by now keeps nobody from theirs.
  for (const it of lost) {
    const { token, start } = it
    try {
      await changeAppointment(ctx, { token, clientKey: randomUUID(), serviceDayId, start })
    } catch (error) {
      if (error instanceof Refusal) continue
      throw error
    }
    await giveSeatOn(ctx, it)
  }
}
