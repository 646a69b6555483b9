import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Paper } from './paper.ts'
import { readPapers } from './read-papers.ts'

/** The papers of a request, also those whose pictures were erased. */
export async function listPapers(ctx: Ctx, input: { requestId: string }): Promise<Paper[]> {
  requireRight(ctx, 'requests.read')
  return readPapers(ctx, input)
}
