import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { addressOn, markOf } from './channel.ts'

export type FollowerNews = {
  channel: 'zalo'
  userId: string
  what: 'followed' | 'unfollowed' | 'wrote' | 'opted_out' | 'opted_in'
  at: Date
}

/**
 * A person follows the office's Zalo OA, left it, wrote to it, or wants no bulletins any more. Of the
 * person only the id that the channel gives is kept, sealed. Of following and leaving, and of wanting
 * bulletins and not, the later counts, in whichever order they come.
 */
export async function noteFollower(ctx: Ctx, said: FollowerNews): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const address = addressOn(said.channel, { zaloUserId: said.userId })
    const key = {
      office_id: ctx.officeId,
      channel: said.channel,
      to_mark: markOf(ctx, said.channel, address),
    }
    await ctx.db
      .insertInto('deliveries.follower')
      .values({ ...key, to_sealed: ctx.sealer.seal(JSON.stringify(address)) })
      .onConflict((oc) => oc.columns(['office_id', 'channel', 'to_mark']).doNothing())
      .execute()
    const now = await ctx.db
      .selectFrom('deliveries.follower')
      .select(['followed_at', 'unfollowed_at', 'opted_out_at', 'opted_in_at', 'last_word_at'])
      .where('office_id', '=', key.office_id)
      .where('channel', '=', key.channel)
      .where('to_mark', '=', key.to_mark)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const { at } = said
    const newer = (...others: (Date | null)[]) => others.every((it) => it === null || it <= at)
    const isNews = newer(now.followed_at, now.unfollowed_at)
    const isNewWish = newer(now.opted_out_at, now.opted_in_at)
    const changed = {
      followed: () => isNews && { followed_at: at, unfollowed_at: null },
      unfollowed: () => isNews && { unfollowed_at: at },
      wrote: () => newer(now.last_word_at) && { last_word_at: at },
      opted_out: () => isNewWish && { opted_out_at: at, opted_in_at: null },
      opted_in: () => isNewWish && { opted_in_at: at, opted_out_at: null },
    }[said.what]()
    if (!changed) return
    await ctx.db
      .updateTable('deliveries.follower')
      .set(changed)
      .where('office_id', '=', key.office_id)
      .where('channel', '=', key.channel)
      .where('to_mark', '=', key.to_mark)
      .execute()
  })
}
