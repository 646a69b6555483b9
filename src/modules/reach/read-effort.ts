import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { Channel } from './channel.ts'
import type { NoticesSent } from './picture.ts'
import { readSendings } from './read-sendings.ts'
import { readUnitCosts } from './read-unit-costs.ts'
import type { Span } from './span.ts'

type OfChannel = { times: number; opened: number; cost: number | null }

/** What was done in a period. `airings` by hamlet, those over the whole commune under null. */
export type EffortOfSpan = {
  of: (channel: Channel) => OfChannel
  airings: Map<string | null, number>
  notices: NoticesSent[]
}

/**
 * Adds up airings, notes, opened links and what the program sent. What was noted without a cost, what was
 * sent over an account without a price, and every airing, is counted at what one costs now; where that is
 * not known the whole channel's cost is not known.
 *
 * Nothing counts twice: a note for the whole commune of a day on which the program itself sent over that
 * channel is the same sending, written down by hand. A note for a hamlet or a business is another one, such
 * as in the hamlet's own group.
 */
export async function readEffort(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Span,
): Promise<EffortOfSpan> {
  const sendings = await readSendings(ctx, { from, to })
  const [costs, efforts, openings] = await Promise.all([
    readUnitCosts(ctx),
    ctx.db
      .selectFrom('reach.effort_report')
      .select(['channel', 'hamlet_id as hamletId'])
      .select((eb) => [
        eb.fn.sum<number>('quantity').as('times'),
        eb.fn.coalesce(eb.fn.sum<number>('cost_dong'), eb.lit(0)).as('cost'),
        eb.fn
          .coalesce(eb.fn.sum<number>('quantity').filterWhere('cost_dong', 'is', null), eb.lit(0))
          .as('uncosted'),
      ])
      .where('office_id', '=', ctx.officeId)
      .where('on_date', '>=', from)
      .where('on_date', '<=', to)
      .where(
        sql<boolean>`(num_nonnulls(hamlet_id, business_id) > 0
          or concat(channel, ' ', on_date) <> all (${sendings.wentOut}))`,
      )
      .groupBy(['channel', 'hamlet_id'])
      .execute(),
    ctx.db
      .selectFrom('reach.link_day')
      .innerJoin('reach.link', 'reach.link.id', 'reach.link_day.link_id')
      .select('reach.link.channel')
      .select((eb) => eb.fn.sum<number>('opened').as('opened'))
      .where('reach.link_day.office_id', '=', ctx.officeId)
      .where('on_date', '>=', from)
      .where('on_date', '<=', to)
      .groupBy('reach.link.channel')
      .execute(),
  ])
  return {
    of: (channel) => {
      const done = efforts.filter((it) => it.channel === channel)
      const sent = sendings.of(channel)
      const sum = (key: 'times' | 'cost' | 'uncosted') =>
        done.reduce((all, it) => all + it[key], sent[key])
      const each = costs[channel]
      const uncosted = sum('uncosted')
      const cost =
        uncosted === 0 ? sum('cost') : each === undefined ? null : sum('cost') + uncosted * each
      const opened = openings.find((it) => it.channel === channel)?.opened ?? 0
      return { times: sum('times'), opened, cost }
    },
    airings: new Map(
      efforts.filter((it) => it.channel === 'loudspeaker').map((it) => [it.hamletId, it.times]),
    ),
    notices: sendings.notices,
  }
}
