import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { askToTell, chooseWay, findChoice, type ToChoose } from '#src/modules/notices/index.ts'
import { getAppointment, readBooker } from '#src/modules/queue/index.ts'
import { clockOf, instantOf } from './moment.ts'

/**
 * Books, a hold of one's own or for who calls, together with how the person wants to be told, and has
 * them told when to come. Pressed twice they chose once and are told once. Refuses what `book` and
 * `chooseWay` refuse; nothing is booked then.
 */
export async function bookAndTell<Booked extends { id: string }>(
  ctx: Ctx,
  book: (ctx: Ctx) => Promise<Booked>,
  wish: Pick<ToChoose, 'way' | 'email' | 'site' | 'how'> | null,
): Promise<Booked> {
  if (wish === null) return book(ctx)
  return inTransaction(ctx, async (ctx) => {
    const booked = await book(ctx)
    const subjectId = booked.id
    if (await findChoice(ctx, { subjectId })) return booked
    await chooseWay(ctx, { ...wish, subjectId })
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
