import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Appointment } from './appointment.ts'
import { selectAppointments } from './select-appointments.ts'

/** Who is booked on a day, in order of time, those who cancelled or were displaced too. */
export async function listAppointments(
  ctx: Ctx,
  input: { serviceDayId: string },
): Promise<Appointment[]> {
  if (!(ctx.actor.kind === 'officer' && ctx.actor.rights.includes('requests.read')))
    requireRight(ctx, 'queue.run')
  return selectAppointments(
    ctx,
    sql`a.service_day_id = ${input.serviceDayId} and a.state <> 'held'`,
  )
}
