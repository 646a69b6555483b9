import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { RatingsOrigin } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { markRated, requireFollowed, type FollowKey } from '#src/modules/requests/index.ts'
import { isLow, type Answers } from './rating.ts'
import { requireAnswers } from './require-answers.ts'

/** By the slip's token, by code and phone digits, or at the desk by an officer who holds the tablet out. */
export type RatingKey = FollowKey | { requestId: string }

/**
 * A person says how it went, once a request. A low word opens the matter again and reaches the
 * chairman. Of an anonymous one the words are shown without the request; that the matter is open
 * again is seen all the same.
 *
 * Refuses answers out of range, what `requireFollowed` refuses, a request with nothing to rate yet,
 * and a second rating. Like `requireFollowed`, run it outside a transaction.
 */
export async function rateRequest(
  ctx: Ctx,
  input: Answers & { key: RatingKey },
): Promise<{ id: string; low: boolean }> {
  const sentence = requireAnswers(input)
  const { id: requestId, origin } = await openedBy(ctx, input.key)
  const low = isLow(input)
  return inTransaction(ctx, async (ctx) => {
    await markRated(ctx, { requestId, low })
    const rating = await refuseBreach(
      { rating_is_given_once_a_request: ['requests.rated_already'] },
      () =>
        ctx.db
          .insertInto('ratings.rating')
          .values({
            office_id: ctx.officeId,
            request_id: requestId,
            rated_at: ctx.now,
            rated_on: vietnamDay(ctx.now),
            origin,
            anonymous: input.anonymous,
            guidance: input.guidance,
            speed: input.speed,
            attitude: input.attitude,
            returns: input.returns,
            filed_online: input.filedOnline,
            sentence,
            low,
          })
          .returning('id')
          .executeTakeFirstOrThrow(),
    )
    await record(ctx, 'ratings.rated', rating.id, { low })
    return { id: rating.id, low }
  })
}

async function openedBy(ctx: Ctx, key: RatingKey): Promise<{ id: string; origin: RatingsOrigin }> {
  if ('requestId' in key) {
    requireRight(ctx, 'requests.work')
    if (!/^[0-9a-f-]{36}$/.test(key.requestId)) throw new Refusal('requests.not_found')
    return { id: key.requestId, origin: 'desk' }
  }
  const { id } = await requireFollowed(ctx, key)
  return { id, origin: 'slipToken' in key ? 'slip' : 'tracking' }
}
