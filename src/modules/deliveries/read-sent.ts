import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { ChannelKind, Purpose } from './channel.ts'

/** What a channel took on one day for one purpose. */
export type SentOnDay = {
  on: Temporal.PlainDate
  channel: ChannelKind
  purpose: Exclude<Purpose, 'test'>
  messages: number
  /** đồng, for those whose account says what a part costs. */
  cost: number
  /** Those whose account does not say it. */
  unpriced: number
}

/**
 * What was really sent from one day to another, both included, by the day in Việt Nam on which the
 * channel took it, with what it costs at the price of now. Tries are left out.
 */
export async function readSent(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  input: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<SentOnDay[]> {
  const start = (day: Temporal.PlainDate) =>
    new Date(day.toZonedDateTime('Asia/Ho_Chi_Minh').epochMilliseconds)
  // Counted first and priced then: there are few accounts and many messages.
  const { rows } = await sql<SentOnDay>`
    select t.on, t.channel, t.purpose, sum(t.messages)::int as messages,
           coalesce(sum(t.parts * a.cost_per_part), 0) as cost,
           coalesce(sum(t.messages) filter (where a.cost_per_part is null), 0)::int as unpriced
      from (select (m.settled_at at time zone interval '07:00')::date as on, m.channel, m.purpose,
                   m.account_id, count(*) as messages, sum(m.parts) as parts
              from deliveries.message m
             where m.office_id = ${ctx.officeId} and m.state in ('accepted', 'delivered')
               and m.settled_at >= ${start(input.from)}
               and m.settled_at < ${start(input.to.add({ days: 1 }))} and m.purpose <> 'test'
             group by 1, 2, 3, 4) t
      join deliveries.account a on a.id = t.account_id
     group by 1, 2, 3
     order by 1, 2, 3`.execute(ctx.db)
  return rows
}
