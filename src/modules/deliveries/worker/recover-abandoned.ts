import type { Ctx } from '#src/base/ctx.ts'
import { later, repeatsForHours, type DeliveryWorld } from './delivery-world.ts'

/**
 * Messages whose worker died while it was sending them: the service may have them. One that knows our ids
 * is asked again with the same id, for as long as it remembers them; of any other a person finds out.
 * Nothing is sent twice.
 */
export async function recoverAbandoned(ctx: Ctx, world: DeliveryWorld): Promise<void> {
  const rows = await ctx.db
    .selectFrom('deliveries.message as m')
    .innerJoin('deliveries.account as a', 'a.id', 'm.account_id')
    .innerJoin('deliveries.attempt as t', (join) =>
      join.onRef('t.message_id', '=', 'm.id').onRef('t.number', '=', 'm.attempts'),
    )
    .select(['m.id', 'm.state', 'm.attempts', 'm.pinned_since'])
    .select(['a.provider', 'a.disconnected_at', 't.begun_at'])
    .where('m.office_id', '=', ctx.officeId)
    .where((eb) =>
      eb.or([
        eb.and([eb('m.state', '=', 'sending'), eb('m.leased_until', '<=', ctx.now)]),
        eb.and([eb('m.state', '=', 'waiting'), eb('m.pinned_since', 'is not', null)]),
      ]),
    )
    .execute()
  for (const row of rows) {
    const since = row.pinned_since ?? row.begun_at
    const hours = repeatsForHours(world.drivers[row.provider])
    const repeats = row.disconnected_at === null && later(since, hours * 3600) > ctx.now
    if (row.state === 'waiting' && repeats) continue
    await ctx.db
      .updateTable('deliveries.message')
      .set({
        state: repeats ? 'waiting' : 'held',
        why: 'may_have_arrived',
        leased_until: null,
        pinned_since: since,
        ...(repeats && { next_at: ctx.now }),
      })
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', row.id)
      // As it was read: nobody has settled it or taken it up meanwhile.
      .where('state', '=', row.state)
      .where('attempts', '=', row.attempts)
      .execute()
  }
}
