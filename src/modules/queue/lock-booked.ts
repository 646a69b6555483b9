import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { appointmentCan, isOver, type Appointment, type AppointmentAction } from './appointment.ts'
import { getAppointment } from './get-appointment.ts'
import { lockDays } from './lock-days.ts'

type Key = { token: string } | { id: string }

/**
 * The appointment, held until the transaction ends together with its day and the days it may go to.
 * Refuses an unknown link, what its state forbids, one whose time is over, and to change or cancel one
 * whose number was given; `same` is asked first, for a command that comes again.
 */
export async function lockBooked(
  ctx: Ctx,
  key: Key,
  action: AppointmentAction,
  options: { days?: string[]; same?: (found: Appointment) => Promise<boolean> } = {},
): Promise<Appointment> {
  const by: Key = 'id' in key ? { id: key.id } : { token: key.token }
  const { id } = await getAppointment(ctx, by)
  // Whoever changes it waits here first, so that it cannot go to another day before that is locked.
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 13))`.execute(ctx.db)
  const { serviceDayId } = await getAppointment(ctx, { id })
  await lockDays(ctx, [serviceDayId, ...(options.days ?? [])])
  await sql`select from queue.appointment a
    where a.office_id = ${ctx.officeId} and a.id = ${id} for no key update`.execute(ctx.db)
  const found = await getAppointment(ctx, { id })
  if (await options.same?.(found)) return found
  if (!appointmentCan(action, found.state)) throw new Refusal('queue.appointment_ended')
  // A group is named all the while: its people come one after another.
  if (found.visitToken !== null && action !== 'name') throw new Refusal('queue.appointment_came')
  if (found.state === 'booked' && isOver(found, ctx.now))
    throw new Refusal('queue.appointment_over')
  return found
}
