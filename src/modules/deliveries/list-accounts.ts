import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { accounts, type Account } from './account.ts'

/** The accounts of the office with how many messages wait for the channel of each; no secrets. */
export async function listAccounts(ctx: Ctx): Promise<(Account & { waiting: number })[]> {
  requireRight(ctx, 'offices.edit')
  return readAccounts(ctx)
}

type Standing = Account & {
  waiting: number
  /** Since when the oldest of what waits has been tried; null when nothing was. */
  triedSince: Date | null
}

export async function readAccounts(ctx: Ctx): Promise<Standing[]> {
  const rows = await accounts(ctx)
    .leftJoin('deliveries.token_pair as t', (join) =>
      join.on(sql<boolean>`t.account_id = coalesce(tokens_of, id)`),
    )
    .selectAll('deliveries.account')
    .select(['t.expires_at as token_expires_at'])
    .select(
      sql<number>`(select count(*)::int from deliveries.message m
        where m.office_id = deliveries.account.office_id and m.channel = deliveries.account.channel
          and m.state = 'waiting')`.as('waiting'),
    )
    .select(
      sql<Date | null>`(select min(m.first_tried_at) from deliveries.message m
        where m.office_id = deliveries.account.office_id and m.channel = deliveries.account.channel
          and m.state = 'waiting' and m.failures > 0)`.as('tried_since'),
    )
    .orderBy('channel')
    .orderBy('rank')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    rank: row.rank === 2 ? 2 : 1,
    provider: row.provider,
    name: row.name,
    state: row.state,
    trouble: row.trouble,
    troubleAt: row.trouble_at,
    keptBy: row.kept_by,
    settings: row.settings as Record<string, string>,
    expiresAt: row.expires_at,
    tokenExpiresAt: row.token_expires_at,
    costPerPart: row.cost_per_part,
    restingUntil: row.resting_until,
    failuresInRow: row.failures_in_row,
    connectedAt: row.connected_at,
    waiting: row.waiting,
    triedSince: row.tried_since,
  }))
}
