import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { Copy } from './copy.ts'
import { readCopies } from './read-copies.ts'

/** One copy; another office's is not found. */
export async function getCopy(ctx: Ctx, input: { copyId: string }): Promise<Copy> {
  requireRight(ctx, 'requests.read')
  const [copy] = await readCopies(ctx, input)
  if (!copy) throw new Refusal('certification.copy_not_found')
  return copy
}
