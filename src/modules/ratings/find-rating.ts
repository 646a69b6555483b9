import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { ratingOf, type Rating } from './rating.ts'

/** The rating of a request, for its page at the desk; null when there is none, or when it is anonymous. */
export async function findRating(ctx: Ctx, input: { requestId: string }): Promise<Rating | null> {
  requireRight(ctx, 'requests.read')
  const row = await ctx.db
    .selectFrom('ratings.rating')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', input.requestId)
    .where('anonymous', '=', false)
    .executeTakeFirst()
  return row ? ratingOf(row) : null
}
