import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { tell } from './event.ts'
import { lockRequest } from './lock-request.ts'
import { mayBlock, type VneidBlock, type VneidStep } from './vneid.ts'

/**
 * A step of the help with VNeID is done, or is the one that stopped the person, and why. Only the
 * step and the reason are kept: there is no field for a password, passcode or OTP. Refuses a reason
 * that does not belong to the step.
 */
export async function markVneidStep(
  ctx: Ctx,
  input:
    | { requestId: string; step: VneidStep; state: 'done' }
    | { requestId: string; step: VneidStep; state: 'blocked'; reason: VneidBlock },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  const reason = input.state === 'blocked' ? input.reason : null
  if (reason !== null && !mayBlock(input.step, reason))
    throw new Refusal('requests.vneid_block_unknown', { field: 'reason' })
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    const marked = { state: input.state, block_reason: reason, at: ctx.now }
    await ctx.db
      .insertInto('requests.vneid_help')
      .values({ office_id: ctx.officeId, request_id: request.id, step: input.step, ...marked })
      .onConflict((oc) => oc.columns(['request_id', 'step']).doUpdateSet(marked))
      .execute()
    if (reason === null)
      await record(ctx, 'requests.vneid_step_done', request.id, { step: input.step })
    else await tell(ctx, request.id, 'vneid_blocked', { note: `${input.step}:${reason}` })
  })
}
