import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { settleReopened } from '#src/modules/requests/index.ts'

/**
 * The chairman writes what was done about a rating; the matter that it opened again is settled.
 * Refuses a rating of another office, one answered already, and an empty answer.
 */
export async function answerRating(
  ctx: Ctx,
  input: { ratingId: string; answer: string },
): Promise<void> {
  requireRight(ctx, 'ratings.answer')
  const answer = input.answer.normalize('NFC').trim()
  if (answer === '') throw new Refusal('ratings.answer_missing', { field: 'answer' })
  if (answer.length > 1000) throw new Refusal('ratings.sentence_too_long', { field: 'answer' })
  return inTransaction(ctx, async (ctx) => {
    const rating = await ctx.db
      .selectFrom('ratings.rating')
      .select(['id', 'request_id', 'answered_at'])
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.ratingId)
      .forUpdate()
      .executeTakeFirst()
    if (!rating) throw new Refusal('ratings.not_found')
    if (rating.answered_at) throw new Refusal('ratings.answered_already')
    await ctx.db
      .updateTable('ratings.rating')
      .set({
        answer,
        answered_at: ctx.now,
        answered_by: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', rating.id)
      .execute()
    await settleReopened(ctx, { requestId: rating.request_id })
    await record(ctx, 'ratings.answered', rating.id)
  })
}
