import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { Paper } from './paper.ts'
import { readPapers } from './read-papers.ts'

/** One paper with its pages; not the pictures themselves, see `readPageFile`. */
export async function getPaper(ctx: Ctx, input: { paperId: string }): Promise<Paper> {
  requireRight(ctx, 'requests.read')
  const [paper] = await readPapers(ctx, input)
  if (!paper) throw new Refusal('papers.not_found')
  return paper
}
