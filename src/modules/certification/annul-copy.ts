import { inTransaction } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { cancelSigning, getSigningJob, type SigningCtx } from '#src/modules/signing/index.ts'
import { endCopy } from './end-copy.ts'
import { lockCopy } from './lock-copy.ts'

/**
 * Made by mistake and not handed over: its number stays in the book, struck, with the reason, and its
 * signing is called off. What was handed over is revoked instead.
 */
export async function annulCopy(
  ctx: SigningCtx,
  input: { copyId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'certification.sign')
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, input.copyId, 'annul')
    await endCopy(ctx, copy, 'annulled', input.reason)
    if (copy.signing_job_id === null) return
    const { state } = await getSigningJob(ctx, { jobId: copy.signing_job_id })
    if (state !== 'sealed' && state !== 'cancelled')
      await cancelSigning(ctx, { jobId: copy.signing_job_id, reason: input.reason })
  })
}
