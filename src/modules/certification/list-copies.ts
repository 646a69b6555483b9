import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Copy, CopyState } from './copy.ts'
import { readCopies } from './read-copies.ts'

/**
 * Copies of a request, or in these states, or not handed over yet, or ended since a moment; the oldest
 * first, 500 at most.
 */
export async function listCopies(
  ctx: Ctx,
  input: {
    requestId?: string
    states?: readonly CopyState[]
    undelivered?: boolean
    endedSince?: Date
    limit?: number
  },
): Promise<Copy[]> {
  requireRight(ctx, 'requests.read')
  return readCopies(ctx, input)
}
