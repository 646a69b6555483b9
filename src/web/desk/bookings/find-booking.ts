import type { Context } from 'hono'
import { getAppointment, type Appointment } from '#src/modules/queue/index.ts'
import type { Env } from '../../env.ts'
import { isUuid } from '../../public/is-uuid.ts'

/** The appointment of the address; null when the address names none that could be. */
export async function findBooking(c: Context<Env>): Promise<Appointment | null> {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? getAppointment(c.var.ctx, { id }) : null
}
