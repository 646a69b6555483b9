import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Sent } from '#src/outside/messages/driver.ts'
import type { Claimed } from './claim-message.ts'
import { later } from './delivery-world.ts'
import { restAfter, type Pace } from './pace.ts'

/** A token that was taken for old so soon after it was new is not old. */
const newSeconds = 60

/**
 * What the answer says of the account: a good one ends its row of failures, several bad ones let it rest,
 * and trouble of the account itself keeps the channel closed until a person has renewed it. An answer to
 * a way in that was replaced meanwhile says nothing.
 */
export async function noteAnswer(
  ctx: Ctx,
  claimed: Claimed,
  sent: Sent,
  pace: Pace,
): Promise<void> {
  if (sent.outcome === 'never') return
  if (sent.outcome === 'account') return noteTrouble(ctx, claimed, sent.why)
  const mine = ctx.db
    .updateTable('deliveries.account')
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', claimed.account_id)
    .where('version', '=', claimed.account_version)
  if (sent.outcome === 'accepted') {
    // Only where it changes something: many lanes share this row. A rest that was begun goes on: what
    // went well then was asked before it.
    await mine.set({ failures_in_row: 0 }).where('failures_in_row', '>', 0).execute()
    return
  }
  // A full mailbox says nothing of the account.
  if (sent.why.startsWith('recipient_')) return
  const row = await mine
    .set({ failures_in_row: sql`least(failures_in_row + 1, 1000)` })
    .returning('failures_in_row')
    .executeTakeFirst()
  const asked = sent.outcome === 'later' ? (sent.waitSeconds ?? 0) : 0
  const rest = Math.max(asked, restAfter(pace, row?.failures_in_row ?? 0))
  if (rest === 0) return
  // Of two that ask to be left alone the longer one holds.
  await mine
    .set({ resting_until: sql`greatest(resting_until, ${later(ctx.now, rest)}::timestamptz)` })
    .execute()
}

async function noteTrouble(ctx: Ctx, claimed: Claimed, why: string): Promise<void> {
  if (why === 'token_expired' && claimed.pair_id && claimed.pair_saved_at) {
    const age = ctx.now.getTime() - claimed.pair_saved_at.getTime()
    const { numUpdatedRows } = await ctx.db
      .updateTable('deliveries.token_pair')
      .set({ expires_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', claimed.pair_id)
      .where('saved_at', '=', claimed.pair_saved_at)
      .where(sql<boolean>`${age >= newSeconds * 1000}`)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 1n) return
    const pair = await ctx.db
      .selectFrom('deliveries.token_pair')
      .select(['saved_at', 'refresh_begun_at'])
      .where('office_id', '=', ctx.officeId)
      .where('account_id', '=', claimed.pair_id)
      .executeTakeFirst()
    // Refreshed meanwhile, or just now: the message goes out with the new one.
    if (!pair || pair.refresh_begun_at) return
    if (pair.saved_at.getTime() !== claimed.pair_saved_at.getTime()) return
  }
  const row = await ctx.db
    .updateTable('deliveries.account')
    .set({ state: 'needs_renewal', trouble: why, trouble_at: ctx.now })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', claimed.account_id)
    .where('version', '=', claimed.account_version)
    .where('state', '=', 'connected')
    .returning('channel')
    .executeTakeFirst()
  if (row)
    await record(ctx, 'deliveries.account_in_trouble', claimed.account_id, {
      channel: row.channel,
      why,
    })
}
