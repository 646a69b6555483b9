import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Appointment } from './appointment.ts'
import { selectAppointments } from './select-appointments.ts'

/** The booked appointment of these six digits, spaces between them or not; null when there is none. */
export async function findAppointmentByCode(ctx: Ctx, said: string): Promise<Appointment | null> {
  const code = said.normalize('NFKC').replace(/[\s.-]/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const [found] = await selectAppointments(ctx, sql`a.code = ${code} and a.state = 'booked'`)
  return found ?? null
}
