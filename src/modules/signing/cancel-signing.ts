import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { nothingPrepared } from './job.ts'
import { officerIn } from './officer-in.ts'

/**
 * Stops a file on its way, with the reason. A signature that still comes for it is thrown away. Refuses
 * one that is sealed: what went out is revoked by whoever gave it out, not taken back here.
 */
export async function cancelSigning(
  ctx: Ctx,
  input: { jobId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'certification.sign')
  return inTransaction(ctx, async (ctx) => {
    const reason = input.reason.trim()
    if (!reason) throw new Refusal('signing.reason_missing', { field: 'reason' })
    const { numUpdatedRows } = await ctx.db
      .updateTable('signing.job')
      .set({
        ...nothingPrepared,
        ...{ state: 'cancelled', cancelled_at: ctx.now, cancelled_by: officerIn(ctx) },
        ...{ cancel_reason: reason, asking_id: null, asking_until: null, next_try_at: null },
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.jobId)
      .where('state', 'not in', ['sealed', 'cancelled'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refusal('signing.sealed_already')
    await record(ctx, 'signing.cancelled', input.jobId)
  })
}
