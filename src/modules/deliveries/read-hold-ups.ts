import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { ChannelKind } from './channel.ts'
import { isQuiet } from './channel-rule.ts'
import type { Progress } from './read-progress.ts'
import { readChannelRules } from './read-channel-rules.ts'

/** Of one channel: what waits and has not been tried. */
export type Idle = {
  channel: ChannelKind
  /** Its time is still to come. */
  planned: number
  due: number
  /** Of what is due: not urgent, so that it heeds the quiet hours. */
  usual: number
  /** Of what is due: not yet counted into the day's cap. */
  uncounted: number
}

/** Why messages that nobody has tried yet wait all the same: the office itself has said so. */
export async function readHoldUps(ctx: Ctx, idle: readonly Idle[]): Promise<Progress['reasons']> {
  if (idle.every((it) => it.planned + it.due === 0)) return []
  const rules = await readChannelRules(ctx)
  const { rows } = await sql<{ channel: ChannelKind; open: boolean; begun: number }>`
    select a.channel, bool_or(a.state <> 'paused') as open, coalesce(max(c.begun), 0) as begun
      from deliveries.account a
      left join deliveries.day_count c
        on c.office_id = a.office_id and c.channel = a.channel
       and c.day = ${vietnamDay(ctx.now)}::date
     where a.office_id = ${ctx.officeId} and a.disconnected_at is null
     group by a.channel`.execute(ctx.db)
  return idle.flatMap(({ channel, planned, due, usual, uncounted }) => {
    const stands = rows.find((it) => it.channel === channel)
    const { dailyCap } = rules[channel]
    const isFull = dailyCap !== null && (stands?.begun ?? 0) >= dailyCap
    const held =
      stands?.open === false
        ? { why: 'channel_paused', count: due }
        : isQuiet(rules[channel], ctx.now)
          ? { why: 'quiet_hours', count: usual }
          : { why: 'cap_reached', count: isFull ? uncounted : 0 }
    return [held, { why: 'not_yet_time', count: planned }]
      .filter((it) => it.count > 0)
      .map((it) => ({ channel, ...it }))
  })
}
