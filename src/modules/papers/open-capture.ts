import { randomBytes } from 'node:crypto'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { getRequest } from '#src/modules/requests/index.ts'

const minutes = 20

/**
 * Opens the camera page of one request for twenty minutes, for a phone that nobody is signed in on.
 * Whoever has the token can send pictures to this request and see none of it. Kept only as a mark.
 */
export async function openCapture(
  ctx: Ctx,
  input: { requestId: string },
): Promise<{ token: string; endsAt: Date }> {
  requireRight(ctx, 'requests.work')
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return inTransaction(ctx, async (ctx) => {
    const request = await getRequest(ctx, input)
    if (request.endedAt) throw new Refusal('papers.request_ended')
    const token = randomBytes(16).toString('base64url')
    const endsAt = new Date(ctx.now.getTime() + minutes * 60_000)
    await ctx.db
      .insertInto('papers.capture')
      .values({
        token_mark: ctx.sealer.mark('papers.capture', token),
        office_id: ctx.officeId,
        request_id: request.id,
        opened_by: actor.officerId,
        opened_at: ctx.now,
        ends_at: endsAt,
      })
      .execute()
    await record(ctx, 'papers.capture_opened', request.id)
    return { token, endsAt }
  })
}
