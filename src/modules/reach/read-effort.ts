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
  const [costs, sendings, noted, openings] = await Promise.all([
    readUnitCosts(ctx),
    readSendings(ctx, { from, to }),
    ctx.db
      .selectFrom('reach.effort_report')
      .select(['channel', 'hamlet_id as hamletId', 'business_id as businessId', 'on_date as on'])
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
      .groupBy(['channel', 'hamlet_id', 'business_id', 'on_date'])
      .$narrowType<{ channel: Channel; on: Temporal.PlainDate }>()
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
  const efforts = noted.filter(
    (it) => it.hamletId !== null || it.businessId !== null || !sendings.wentOut(it.channel, it.on),
  )
  const airings = new Map<string | null, number>()
  for (const { channel, hamletId, times } of efforts)
    if (channel === 'loudspeaker')
      airings.set(hamletId, (airings.get(hamletId) ?? 0) + Number(times))
  return {
    of: (channel) => {
      const done = efforts.filter((it) => it.channel === channel)
      const sent = sendings.of(channel)
      const sum = (key: 'times' | 'cost' | 'uncosted') =>
        done.reduce((all, it) => all + Number(it[key]), sent[key])
      const each = costs[channel]
      const uncosted = sum('uncosted')
      const cost =
        uncosted === 0 ? sum('cost') : each === undefined ? null : sum('cost') + uncosted * each
      const opened = Number(openings.find((it) => it.channel === channel)?.opened ?? 0)
      return { times: sum('times'), opened, cost }
    },
    airings,
    notices: sendings.notices,
  }
}
