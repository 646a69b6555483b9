import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { Appointment } from './appointment.ts'
import { findAppointment } from './find-appointment.ts'

/** An appointment that was booked, whatever became of it. Refuses an unknown link, and a mere hold. */
export async function getAppointment(
  ctx: Ctx,
  by: { token: string } | { id: string },
): Promise<Appointment> {
  const found = await findAppointment(ctx, by)
  if (!found || found.state === 'held') throw new Refusal('queue.appointment_not_found')
  return found
}
