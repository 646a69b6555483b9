import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { dropNeedless } from '#src/modules/notices/index.ts'
import { handOverResult, withdrawRequest } from '#src/modules/requests/index.ts'
import { aboutStatus } from './about-status.ts'

/** The result is in the person's hands: nobody need tell them that it is here. Refuses as the deed does. */
export async function handOverAndTellNoMore(
  ctx: Ctx,
  input: Parameters<typeof handOverResult>[1],
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await handOverResult(ctx, input)
    await dropNeedless(ctx, { subjectId: input.requestId, kinds: aboutStatus })
  })
}

/** The request is withdrawn: nobody need tell them of it. Refuses as the deed does. */
export async function withdrawAndTellNoMore(
  ctx: Ctx,
  input: Parameters<typeof withdrawRequest>[1],
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await withdrawRequest(ctx, input)
    await dropNeedless(ctx, { subjectId: input.requestId, kinds: aboutStatus })
  })
}
