import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'

/**
 * The whole phone that was left with an appointment, so that an officer can ring up; that it was seen,
 * and by whom, stands in the trail. Null when none was left. Refuses an unknown appointment.
 */
export async function revealBookerPhone(
  ctx: Ctx,
  input: { appointmentId: string },
): Promise<string | null> {
  requireRight(ctx, 'queue.run')
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .selectFrom('queue.appointment')
      .select('phone_sealed')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.appointmentId)
      .executeTakeFirst()
    if (!row) throw new Refusal('queue.appointment_not_found')
    if (!row.phone_sealed) return null
    await record(ctx, 'queue.phone_revealed', input.appointmentId)
    return ctx.sealer.open(row.phone_sealed)
  })
}
