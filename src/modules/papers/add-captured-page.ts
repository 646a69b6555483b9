import type { Actor } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { findCapture } from './find-capture.ts'
import type { ReaderCtx } from './papers-ctx.ts'
import { takePage, type NewPage, type TakenPage } from './take-page.ts'

/** A phone sends a picture to the request that its token opens, in the name of who opened it. */
export async function addCapturedPage(
  ctx: ReaderCtx,
  input: Omit<NewPage, 'requestId'> & { token: string },
): Promise<TakenPage> {
  const { token, ...page } = input
  const capture = await findCapture(ctx, token)
  if (!capture) throw new Refusal('papers.capture_ended')
  const { requestId, officerId } = capture
  const actor: Actor = { kind: 'officer', officerId, name: '', rights: [] }
  return takePage({ ...ctx, actor }, { officerId, way: 'phone' }, { ...page, requestId })
}
