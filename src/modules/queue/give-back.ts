import type { Ctx } from '#src/base/ctx.ts'

/** The seats of this appointment are free for others when the transaction ends. */
export async function giveBack(ctx: Ctx, appointmentId: string): Promise<void> {
  await ctx.db
    .deleteFrom('queue.seat')
    .where('office_id', '=', ctx.officeId)
    .where('appointment_id', '=', appointmentId)
    .execute()
}
