import type { Ctx } from '#src/base/ctx.ts'
import type { UnitCosts } from './unit-cost.ts'

/** What the office has written down that one of each costs. */
export async function readUnitCosts(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<UnitCosts> {
  const rows = await ctx.db
    .selectFrom('reach.unit_cost')
    .select(['channel', 'dong'])
    .where('office_id', '=', ctx.officeId)
    .execute()
  return Object.fromEntries(rows.map((it) => [it.channel, it.dong]))
}
