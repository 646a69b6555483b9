import type { Ctx } from '#src/base/ctx.ts'
import type { Rating } from '#src/modules/ratings/index.ts'
import { getRequest, type WholeRequest } from '#src/modules/requests/index.ts'

/** The request of each rating by its id; an anonymous one has none. */
export type About = Map<string, WholeRequest>

export async function readAbout(ctx: Ctx, ratings: readonly Rating[]): Promise<About> {
  const requests = await Promise.all(
    ratings.flatMap(({ requestId }) => (requestId ? [getRequest(ctx, { requestId })] : [])),
  )
  return new Map(requests.map((it) => [it.id, it]))
}
