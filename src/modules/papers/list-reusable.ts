import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { getRequest } from '#src/modules/requests/index.ts'
import type { Paper } from './paper.ts'
import { readPapers } from './read-papers.ts'

/**
 * Papers of the same person that were compared with their originals in earlier requests, are still
 * kept, and are not in this request yet; the newest of each name.
 */
export async function listReusable(ctx: Ctx, input: { requestId: string }): Promise<Paper[]> {
  requireRight(ctx, 'requests.read')
  const request = await getRequest(ctx, input)
  const all = await readPapers(ctx, { subjectId: request.subject.id })
  const here = all.filter((it) => it.requestId === request.id && !it.erasedAt)
  const taken = new Set(here.flatMap((it) => [it.name, it.reusedFrom ?? '']))
  const offered = all.filter(
    (it) =>
      it.requestId !== request.id &&
      it.verifiedAt !== null &&
      !it.erasedAt &&
      !taken.has(it.name) &&
      !taken.has(it.id),
  )
  return [...new Map(offered.map((it) => [it.name, it])).values()]
}
