import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { endCopy } from './end-copy.ts'
import { lockCopy } from './lock-copy.ts'

/**
 * Given back before it has a number, with a reason that the person is told: by the officer or by who
 * would have signed. It may be asked for again.
 */
export async function returnCopy(
  ctx: Ctx,
  input: { copyId: string; reason: string },
): Promise<void> {
  const signs = ctx.actor.kind === 'officer' && ctx.actor.rights.includes('certification.sign')
  requireRight(ctx, signs ? 'certification.sign' : 'certification.work')
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, input.copyId, 'return')
    await endCopy(ctx, copy, 'returned', input.reason)
  })
}
