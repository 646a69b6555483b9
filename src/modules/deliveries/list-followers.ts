import type { Ctx } from '#src/base/ctx.ts'
import type { Recipient } from './channel.ts'

/** Who follows the office's Zalo OA and wants its bulletins: for `enqueueBroadcast`. */
export async function listFollowers(ctx: Ctx, input: { channel: 'zalo' }): Promise<Recipient[]> {
  const rows = await ctx.db
    .selectFrom('deliveries.follower')
    .select('to_sealed')
    .where('office_id', '=', ctx.officeId)
    .where('channel', '=', input.channel)
    .where('followed_at', 'is not', null)
    .where('unfollowed_at', 'is', null)
    .where('opted_out_at', 'is', null)
    .orderBy('followed_at')
    .execute()
  return rows.map((row) => JSON.parse(ctx.sealer.open(row.to_sealed)) as Recipient)
}
