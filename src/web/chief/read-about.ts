import type { Ctx } from '#src/base/ctx.ts'
import type { Rating } from '#src/modules/ratings/index.ts'
import { getRequest, type WholeRequest } from '#src/modules/requests/index.ts'

/** The request of each rating by its id; an anonymous one has none. */
export type About = Map<string, WholeRequest>

export async function readAbout(ctx: Ctx, ratings: readonly Rating[]): Promise<About> {
  const requests = await Promise.all(
    ratings.map(({ requestId }) => (requestId ? getRequest(ctx, { requestId }) : null)),
  )
  return new Map(requests.flatMap((it) => (it ? [[it.id, it] as const] : [])))
}
