import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { markOf } from './channel.ts'
import { messageOf, messages, type DeliveryMessage } from './message.ts'
import { readAccountHealth, type AccountTrouble } from './read-account-health.ts'

export type Stuck = { accounts: AccountTrouble[]; messages: DeliveryMessage[]; total: number }

const most = 200
const longHours = 24
const newsDays = 7

/**
 * What does not go on without a person: accounts to renew, messages that are held, those that have been
 * tried for more than a day, and posts that a page refused within the week: all who read it miss them, and
 * nobody else would tell. The oldest first, at most 200; `total` counts them all.
 */
export async function listStuck(ctx: Ctx): Promise<Stuck> {
  requireRight(ctx, 'outreach.write')
  const long = new Date(ctx.now.getTime() - longHours * 3_600_000)
  const lately = new Date(ctx.now.getTime() - newsDays * 86_400_000)
  const pages = (['zalo', 'facebook'] as const).map((it) => markOf(ctx, it, { page: true }))
  const rows = await messages(ctx)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where((eb) =>
      eb.or([
        eb('m.state', '=', 'held'),
        eb.and([eb('m.state', '=', 'waiting'), eb('m.first_tried_at', '<', long)]),
        eb.and([
          eb('m.state', '=', 'failed'),
          eb('m.to_mark', 'in', pages),
          eb('m.settled_at', '>', lately),
          // A person has seen to it, or it is gone as it was to be.
          eb('m.why', 'not in', ['given_up', 'post_gone']),
        ]),
      ]),
    )
    .orderBy('m.id')
    .limit(most)
    .execute()
  return {
    accounts: await readAccountHealth(ctx),
    messages: rows.map((row) => messageOf(ctx, row)),
    total: rows[0]?.total ?? 0,
  }
}
