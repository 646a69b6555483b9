import { sql } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { ChannelKind } from '../channel.ts'
import { later } from './delivery-world.ts'
import type { Slot } from './list-slots.ts'
import type { Pace } from './pace.ts'

/** A message that this worker alone sends now, with the account that it goes over. */
export type Claimed = {
  id: string
  office_id: string
  channel: ChannelKind
  attempts: number
  failures: number
  first_tried_at: Date
  pinned_since: Date | null
  broadcast_id: string | null
  to_sealed: Buffer
  content_sealed: Buffer | null
  /** Of the broadcast, where it is one. */
  content: unknown
  subject_kind: string | null
  subject_id: string | null
  counted: boolean
  account_id: string
  account_version: number
  provider: string
  settings: unknown
  secrets_sealed: Buffer
  access_sealed: Buffer | null
  /** Whose pair it is, and of when. */
  pair_id: string | null
  pair_saved_at: Date | null
  /** Another account of the channel that could be asked now. */
  has_other: boolean
}

/**
 * Takes the next message of the slot for this worker and commits that before anything is sent, so that
 * two workers never send the same and a message whose worker died is known to have been on its way.
 * Workers pass over each other's rows (`skip locked`). Null when nothing is due or the day's cap is reached.
 */
export async function claimMessage(ctx: Ctx, slot: Slot, pace: Pace): Promise<Claimed | null> {
  return inTransaction(ctx, async (ctx) => {
    const found = await pick(ctx, slot, pace)
    if (!found) return null
    if (!found.counted && slot.dailyCap !== null && !(await count(ctx, slot, slot.dailyCap)))
      return null
    await ctx.db
      .updateTable('deliveries.message')
      .set({
        state: 'sending',
        attempts: found.attempts,
        first_tried_at: found.first_tried_at,
        leased_until: later(ctx.now, pace.lease),
        account_id: found.account_id,
        counted: true,
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', found.id)
      .execute()
    await ctx.db
      .insertInto('deliveries.attempt')
      .values({
        office_id: ctx.officeId,
        message_id: found.id,
        number: found.attempts,
        account_id: found.account_id,
        begun_at: ctx.now,
      })
      .execute()
    return found
  })
}

/**
 * The most urgent message that is due, with the first account that may send it: a pinned message goes
 * over its own account only; one that has just failed goes over another where there is one.
 */
async function pick(ctx: Ctx, slot: Slot, pace: Pace): Promise<Claimed | undefined> {
  const fresh = later(ctx.now, pace.refreshLate)
  const { rows } = await sql<Claimed>`
    select m.id, m.office_id, m.channel, (m.attempts + 1)::smallint as attempts, m.failures,
           coalesce(m.first_tried_at, ${ctx.now}) as first_tried_at, m.pinned_since, m.broadcast_id,
           m.to_sealed, m.content_sealed, b.content, m.subject_kind, m.subject_id, m.counted,
           a.id as account_id, a.version as account_version, a.provider, a.settings, a.secrets_sealed,
           a.access_sealed, a.pair_id, a.pair_saved_at, a.has_other
      from deliveries.message m
      left join deliveries.broadcast b on b.id = m.broadcast_id
     cross join lateral (
             select a.*, t.access_sealed, t.account_id as pair_id, t.saved_at as pair_saved_at,
                    count(*) over () > 1 as has_other
               from deliveries.account a
               left join deliveries.token_pair t on t.account_id = coalesce(a.tokens_of, a.id)
              where a.office_id = m.office_id and a.channel = m.channel
                and a.disconnected_at is null and a.state = 'connected'
                and (a.resting_until is null or a.resting_until <= ${ctx.now})
                and (t.account_id is null or (t.expires_at > ${fresh} and not t.dead))
                and (m.pinned_since is null or a.id = m.account_id)
              order by (m.failures > 0 and a.id is not distinct from m.account_id), a.rank
              limit 1) a
     where m.office_id = ${ctx.officeId} and m.channel = ${slot.channel} and m.state = 'waiting'
       and m.next_at <= ${ctx.now} and (m.useful_until is null or m.useful_until > ${ctx.now})
       and m.to_sealed is not null
       and (${!slot.urgentOnly} or m.priority = 0)
       -- What has begun its way goes on when the day's cap is reached.
       and (m.counted or ${slot.dailyCap}::int is null or ${slot.dailyCap} > coalesce((
             select begun from deliveries.day_count c
              where c.office_id = ${ctx.officeId} and c.channel = ${slot.channel}
                and c.day = ${vietnamDay(ctx.now)}::date), 0))
     order by m.priority, m.next_at
     limit 1
       for update of m skip locked`.execute(ctx.db)
  return rows[0]
}

/** Counts one more for today; false when the day's cap is reached. */
async function count(ctx: Ctx, { channel }: Slot, cap: number): Promise<boolean> {
  const { rows } = await sql`
    insert into deliveries.day_count as c (office_id, channel, day, begun)
    select ${ctx.officeId}, ${channel}, ${vietnamDay(ctx.now)}::date, 1 where ${cap}::int > 0
        on conflict (office_id, channel, day) do update set begun = c.begun + 1
     where c.begun < ${cap}
    returning begun`.execute(ctx.db)
  return rows.length === 1
}
