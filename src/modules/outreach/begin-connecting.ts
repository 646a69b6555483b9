import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { PostChannel } from './sending.ts'
import { requireAuthor } from './require-outreach.ts'

/** What was typed, secrets among it, and what only we know of the way to the channel and back. */
export type Connecting = Record<string, string>

/**
 * An officer goes to a channel to let us in there: what was typed waits, sealed, until they come back
 * with the channel's answer. Beginning anew forgets the former time.
 *
 * @param state what the channel gives back, by which the answer is known to be to this very question
 */
export async function beginConnecting(
  ctx: Ctx,
  input: { channel: PostChannel; state: string; typed: Connecting },
): Promise<void> {
  requireRight(ctx, 'offices.edit')
  return inTransaction(ctx, async (ctx) => {
    const columns = {
      state_mark: stateMark(ctx, input.state),
      typed_sealed: ctx.sealer.seal(JSON.stringify(input.typed)),
      begun_at: ctx.now,
    }
    await ctx.db
      .insertInto('outreach.connecting')
      .values({
        office_id: ctx.officeId,
        officer_id: requireAuthor(ctx),
        channel: input.channel,
        ...columns,
      })
      .onConflict((oc) => oc.columns(['office_id', 'officer_id', 'channel']).doUpdateSet(columns))
      .execute()
  })
}

export function stateMark(ctx: Pick<Ctx, 'sealer'>, state: string): Buffer {
  return ctx.sealer.mark('connecting', state)
}
