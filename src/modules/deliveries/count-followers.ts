import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

export type FollowerCounts = { follow: number; optedOut: number }

/** How many follow the office's Zalo OA, and how many of them want no bulletins. */
export async function countFollowers(
  ctx: Ctx,
  input: { channel: 'zalo' },
): Promise<FollowerCounts> {
  return ctx.db
    .selectFrom('deliveries.follower')
    .select(sql<number>`count(*)::int`.as('follow'))
    .select(sql<number>`(count(*) filter (where opted_out_at is not null))::int`.as('optedOut'))
    .where('office_id', '=', ctx.officeId)
    .where('channel', '=', input.channel)
    .where('followed_at', 'is not', null)
    .where('unfollowed_at', 'is', null)
    .executeTakeFirstOrThrow()
}
