import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { messageOf, messages, type DeliveryMessage } from './message.ts'
import { readAccountHealth, type AccountTrouble } from './read-account-health.ts'

export type Stuck = { accounts: AccountTrouble[]; messages: DeliveryMessage[]; total: number }

const most = 200
const longHours = 24

/**
 * What does not go on without a person: accounts to renew, messages that are held, and those that have
 * been tried for more than a day. The oldest first, at most 200; `total` counts them all.
 */
export async function listStuck(ctx: Ctx): Promise<Stuck> {
  requireRight(ctx, 'outreach.write')
  const long = new Date(ctx.now.getTime() - longHours * 3_600_000)
  const rows = await messages(ctx)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where((eb) =>
      eb.or([
        eb('m.state', '=', 'held'),
        eb.and([eb('m.state', '=', 'waiting'), eb('m.first_tried_at', '<', long)]),
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
