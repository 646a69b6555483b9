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
  const { rows } = await sql<SentOnDay>`
    select (m.settled_at at time zone interval '07:00')::date as on, m.channel, m.purpose,
           count(*)::int as messages,
           coalesce(sum(m.parts * a.cost_per_part), 0) as cost,
           (count(*) filter (where a.cost_per_part is null))::int as unpriced
      from deliveries.message m
      join deliveries.account a on a.id = m.account_id
     where m.office_id = ${ctx.officeId} and m.state in ('accepted', 'delivered')
       and m.settled_at >= ${start(input.from)} and m.settled_at < ${start(input.to.add({ days: 1 }))}
       and m.purpose <> 'test'
     group by 1, 2, 3
     order by 1, 2, 3`.execute(ctx.db)
  return rows
}
