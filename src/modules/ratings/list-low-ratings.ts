import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { ratingOf, type Rating } from './rating.ts'

/** The low ratings for the chairman: those not answered first, then the newest; at most 200. */
export async function listLowRatings(
  ctx: Ctx,
  input: { unansweredOnly?: boolean } = {},
): Promise<Rating[]> {
  requireRight(ctx, 'ratings.answer')
  let query = ctx.db
    .selectFrom('ratings.rating')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('low', '=', true)
    .orderBy((eb) => eb('answered_at', 'is not', null))
    .orderBy('rated_at', 'desc')
    .limit(200)
  if (input.unansweredOnly) query = query.where('answered_at', 'is', null)
  return (await query.execute()).map(ratingOf)
}
