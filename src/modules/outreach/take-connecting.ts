import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { stateMark, type Connecting } from './begin-connecting.ts'
import { requireAuthor } from './require-outreach.ts'
import type { PostChannel } from './sending.ts'

const goodForMinutes = 30

/**
 * The officer is back from the channel: gives what was typed before, once. Refuses an answer to a
 * question that this officer did not ask within the last half hour (RFC 6749, 10.12).
 */
export async function takeConnecting(
  ctx: Ctx,
  input: { channel: PostChannel; state: string },
): Promise<Connecting> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db
      .deleteFrom('outreach.connecting')
      .where('office_id', '=', ctx.officeId)
      .where('officer_id', '=', requireAuthor(ctx))
      .where('channel', '=', input.channel)
      .where('state_mark', '=', stateMark(ctx, input.state))
      .where('begun_at', '>', new Date(ctx.now.getTime() - goodForMinutes * 60_000))
      .returning('typed_sealed')
      .executeTakeFirst()
    if (!row) throw new Refusal('outreach.connecting_unknown')
    return JSON.parse(ctx.sealer.open(row.typed_sealed)) as Connecting
  })
}
