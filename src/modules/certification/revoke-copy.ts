import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { endCopy } from './end-copy.ts'
import { lockCopy } from './lock-copy.ts'

/**
 * Takes back the word of a copy that is out in the world: its signatures stay good, but whoever checks
 * it here is told that it was revoked, and why.
 */
export async function revokeCopy(
  ctx: Ctx,
  input: { copyId: string; reason: string },
): Promise<void> {
  requireRight(ctx, 'certification.sign')
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, input.copyId, 'revoke')
    await endCopy(ctx, copy, 'revoked', input.reason)
  })
}
