import type { Ctx } from '#src/base/ctx.ts'
import { findAppointment } from './find-appointment.ts'
import type { Hold } from './hold.ts'

/**
 * The hold of this link, also one whose time is up: its seat may still be free when it is booked. Null
 * when there is none, or when it is booked by now (then `getAppointment` has it).
 */
export async function findHold(ctx: Ctx, token: string): Promise<Hold | null> {
  const found = await findAppointment(ctx, { token })
  if (!found?.heldUntil || found.through === 'waiting_list') return null
  const { serviceDayId, date, start, end, heldUntil, procedureCodes } = found
  return { token, serviceDayId, date, start, end, heldUntil, procedureCodes }
}
