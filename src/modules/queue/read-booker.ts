import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'

/**
 * The phone that was left with an appointment, as sealed as it is kept. For errands only: nobody reads
 * the number here. Refuses an appointment that is not the office's.
 */
export async function readBooker(
  ctx: Ctx,
  input: { appointmentId: string },
): Promise<{ phoneSealed: Buffer | null }> {
  const row = await ctx.db
    .selectFrom('queue.appointment')
    .select('phone_sealed as phoneSealed')
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.appointmentId)
    .executeTakeFirst()
  if (!row) throw new Refusal('queue.appointment_not_found')
  return row
}
