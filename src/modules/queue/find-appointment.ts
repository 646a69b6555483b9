import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Appointment } from './appointment.ts'
import { selectAppointments } from './select-appointments.ts'

/** An appointment by its id or its link, held ones too; null when there is none. */
export async function findAppointment(
  ctx: Ctx,
  by: { token: string } | { id: string },
): Promise<Appointment | null> {
  const which = 'id' in by ? sql`a.id = ${by.id}` : sql`a.token = ${by.token}`
  const [found] = await selectAppointments(ctx, which)
  return found ?? null
}
