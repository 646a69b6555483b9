import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell, chooseWay, type ToChoose } from '#src/modules/notices/index.ts'
import { bookHeld, getAppointment, readBooker } from '#src/modules/queue/index.ts'
import { clockOf, instantOf } from './moment.ts'

/**
 * The hold becomes the booking together with how the person wants to be told, and they are told when to
 * come. Refuses what `bookHeld` and `chooseWay` refuse; then the place is still held.
 */
export async function bookAndTell(
  ctx: Ctx,
  input: Parameters<typeof bookHeld>[1],
  wish: Pick<ToChoose, 'way' | 'email' | 'site'> | null,
): Promise<{ id: string; token: string }> {
  if (wish === null) return bookHeld(ctx, input)
  return inTransaction(ctx, async (ctx) => {
    const booked = await bookHeld(ctx, input)
    const subjectId = booked.id
    await chooseWay(ctx, { ...wish, subjectId, how: 'at_booking' })
    const it = await getAppointment(ctx, { id: subjectId })
    const { phoneSealed } = await readBooker(ctx, { appointmentId: subjectId })
    await askToTell(ctx, {
      kind: 'booked',
      subjectId,
      serviceDayId: it.serviceDayId,
      name: it.personName,
      phoneSealed,
      usefulUntil: instantOf(it.date, it.start),
      params: {
        ...{ date: it.date.toString(), time: clockOf(it.start) },
        ...{ code: it.code, token: it.token },
      },
    })
    return booked
  })
}
