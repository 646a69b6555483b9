import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { record } from '#src/modules/audit/index.ts'
import type { Channel } from './channel.ts'
import { readUnitCosts } from './read-unit-costs.ts'
import { requireRegister } from './require-register.ts'

/**
 * Somebody hung up posters, handed out leaflets, spoke to a hamlet's head or went to a factory: how
 * many, where and when. What it cost is taken from what one costs now. Sent twice with one `clientKey`
 * it is noted once.
 *
 * Refuses a number that cannot be, two places at once and a place that this office does not have.
 * Airings are not noted here: the loudspeaker has a log of its own.
 */
export async function noteEffort(
  ctx: Ctx,
  input: {
    clientKey: string
    on: Temporal.PlainDate
    channel: Exclude<Channel, 'loudspeaker'>
    quantity: number
    hamletId?: string | null
    businessId?: string | null
  },
): Promise<void> {
  requireRegister(ctx)
  if (input.hamletId && input.businessId) throw new Refusal('reach.one_place', { field: 'place' })
  return inTransaction(ctx, async (ctx) => {
    const { [input.channel]: each } = await readUnitCosts(ctx)
    const noted = await refuseBreach(breaches, () =>
      ctx.db
        .insertInto('reach.effort')
        .values({
          office_id: ctx.officeId,
          client_key: input.clientKey,
          on_date: input.on,
          channel: input.channel,
          hamlet_id: input.hamletId ?? null,
          business_id: input.businessId ?? null,
          quantity: input.quantity,
          cost_dong: each === undefined ? null : each * input.quantity,
          noted_by: ctx.actor.kind === 'officer' ? ctx.actor.officerId : null,
        })
        .onConflict((it) => it.columns(['office_id', 'client_key']).doNothing())
        .returning('id')
        .executeTakeFirst(),
    )
    if (noted) await record(ctx, 'reach.effort_noted', noted.id)
  })
}

const breaches: Parameters<typeof refuseBreach>[0] = {
  effort_is_something: ['reach.quantity_impossible', { field: 'quantity' }],
  effort_in_a_hamlet: ['reach.hamlet_not_found', { field: 'place' }],
  effort_in_a_business: ['reach.business_not_found', { field: 'place' }],
}
