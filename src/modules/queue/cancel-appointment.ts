import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Appointment } from './appointment.ts'
import { getAppointment } from './get-appointment.ts'
import { giveBack } from './give-back.ts'
import { lockBooked } from './lock-booked.ts'
import { optionalNote } from './said.ts'

/**
 * Whoever has the link does not come: the seat is free for others, who are asked by
 * `passOnFreedSeats`. Cancelled again it stays cancelled. Refuses one that is over, and one whose
 * number was given.
 */
export async function cancelAppointment(
  ctx: Ctx,
  input: { token: string; reason?: string },
): Promise<Appointment> {
  const reason = optionalNote(input.reason, 'reason')
  return inTransaction(ctx, async (ctx) => {
    const same = async (found: Appointment) => found.state === 'cancelled'
    const found = await lockBooked(ctx, { token: input.token }, 'cancel', { same })
    if (await same(found)) return found
    const { id } = found
    await giveBack(ctx, id)
    await ctx.db
      .updateTable('queue.appointment')
      .set({ state: 'cancelled', ended_at: ctx.now, end_reason: reason })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', id)
      .execute()
    await record(ctx, 'queue.cancelled', id)
    return getAppointment(ctx, { id })
  })
}
