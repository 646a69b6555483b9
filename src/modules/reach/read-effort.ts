import type { Ctx } from '#src/base/ctx.ts'
import type { Channel } from './channel.ts'
import { readUnitCosts } from './read-unit-costs.ts'
import type { Span } from './span.ts'

type OfChannel = { times: number; opened: number; cost: number | null }

/** What was done in a period. `airings` by hamlet, those over the whole commune under null. */
export type EffortOfSpan = {
  of: (channel: Channel) => OfChannel
  airings: Map<string | null, number>
}

/**
 * Adds up airings, notes and opened links. What was noted without a cost, and every airing, is counted
 * at what one costs now; where that is not known the whole channel's cost is not known.
 */
export async function readEffort(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Span,
): Promise<EffortOfSpan> {
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
      const sum = (key: 'times' | 'cost' | 'uncosted') =>
        done.reduce((all, it) => all + Number(it[key]), 0)
      const each = costs[channel]
      const uncosted = sum('uncosted')
      const cost =
        uncosted === 0 ? sum('cost') : each === undefined ? null : sum('cost') + uncosted * each
      const opened = Number(openings.find((it) => it.channel === channel)?.opened ?? 0)
      return { times: sum('times'), opened, cost }
    },
    airings: new Map(
      efforts
        .filter((it) => it.channel === 'loudspeaker')
        .map((it) => [it.hamletId, Number(it.times)]),
    ),
  }
}
