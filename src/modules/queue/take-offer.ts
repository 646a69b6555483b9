import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Appointment } from './appointment.ts'
import { getAppointment } from './get-appointment.ts'
import { lockWish } from './lock-wish.ts'
import { requireClientKey } from './said.ts'
import { takeOver } from './take-over.ts'

/**
 * Somebody of the waiting list takes the seat that is kept for them; taken again it is the same
 * appointment. Refuses when nothing is offered yet, and when it went to the next by now.
 */
export async function takeOffer(
  ctx: Ctx,
  input: { token: string; clientKey: string },
): Promise<Appointment> {
  requireClientKey(input.clientKey)
  return inTransaction(ctx, async (ctx) => {
    const wish = await lockWish(ctx, input.token)
    if (wish.appointmentToken !== null) return getAppointment(ctx, { token: wish.appointmentToken })
    if (wish.state === 'waiting') throw new Refusal('queue.no_offer')
    if (wish.state === 'lapsed') throw new Refusal('queue.offer_ended')
    const { appointment_id: id } = await ctx.db
      .selectFrom('queue.wish')
      .select('appointment_id')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', wish.id)
      .executeTakeFirstOrThrow()
    if (wish.state !== 'offered' || id === null) throw new Refusal('queue.wish_ended')
    const { token } = await ctx.db
      .selectFrom('queue.appointment')
      .select('token')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const taken = { token, person: wish.name, booker: null, note: null }
    await takeOver(ctx, taken, 'queue.offer_ended')
    await ctx.db
      .updateTable('queue.wish')
      .set({ state: 'taken', ended_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', wish.id)
      .execute()
    return getAppointment(ctx, { id })
  })
}
