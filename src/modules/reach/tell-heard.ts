import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { columnOf, saysNothing, type Coming, type Heard } from './heard.ts'

/**
 * Keeps how somebody heard of the desk, once for each coming: said again, the later answer holds; an
 * answer that says nothing takes the earlier one away. Nobody has to answer.
 *
 * Whoever books may say it of their own appointment or their place on the waiting list; of a visit or a
 * request only an officer. Refuses a hamlet, a business or a coming that this office does not have.
 */
export async function tellHeard(ctx: Ctx, input: { of: Coming; heard: Heard }): Promise<void> {
  const { of, heard } = input
  const isTheirOwn = of.kind === 'appointment' || of.kind === 'wish'
  if (!isTheirOwn) requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    const column = columnOf[of.kind]
    if (saysNothing(heard)) {
      await ctx.db
        .deleteFrom('reach.heard')
        .where('office_id', '=', ctx.officeId)
        .where(column, '=', of.id)
        .execute()
      return
    }
    const said = {
      channel: heard.channel,
      hamlet_id: heard.hamletId,
      business_id: heard.businessId,
      said_at: ctx.now,
    }
    await refuseBreach(breaches, () =>
      ctx.db
        .insertInto('reach.heard')
        .values({ office_id: ctx.officeId, [column]: of.id, ...said })
        .onConflict((it) => it.column(column).doUpdateSet(said))
        .execute(),
    )
    // A citizen's answer on their own booking is no deed of the office.
    if (!isTheirOwn) await record(ctx, 'reach.heard_told', of.id)
  })
}

const breaches: Parameters<typeof refuseBreach>[0] = {
  heard_in_a_hamlet: ['reach.hamlet_not_found', { field: 'hamletId' }],
  heard_in_a_business: ['reach.business_not_found', { field: 'businessId' }],
  heard_is_for_a_wish: ['reach.coming_not_found'],
  heard_is_for_an_appointment: ['reach.coming_not_found'],
  heard_is_for_a_visit: ['reach.coming_not_found'],
  heard_is_for_a_request: ['reach.coming_not_found'],
}
