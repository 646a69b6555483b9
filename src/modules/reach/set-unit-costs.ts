import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import { paidChannels } from './channel.ts'
import { requireRegister } from './require-register.ts'
import type { UnitCosts } from './unit-cost.ts'

/**
 * The office says what one of each costs, in đồng; a channel that is left out is not known again. What
 * was noted before keeps the cost of its day. Refuses what costs less than nothing or far too much.
 */
export async function setUnitCosts(ctx: Ctx, input: { costs: UnitCosts }): Promise<void> {
  requireRegister(ctx)
  const { costs } = input
  return inTransaction(ctx, async (ctx) => {
    await ctx.db.deleteFrom('reach.unit_cost').where('office_id', '=', ctx.officeId).execute()
    for (const channel of paidChannels) {
      const dong = costs[channel]
      if (dong === undefined) continue
      const field = { field: `cost.${channel}` }
      await refuseBreach({ unit_cost_is_possible: ['reach.cost_impossible', field] }, () =>
        ctx.db
          .insertInto('reach.unit_cost')
          .values({ office_id: ctx.officeId, channel, dong })
          .onConflict((it) => it.columns(['office_id', 'channel']).doUpdateSet({ dong }))
          .execute(),
      )
    }
    await record(ctx, 'reach.costs_set', ctx.officeId)
  })
}
