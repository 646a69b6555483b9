import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { programmeBreaches } from './breaches.ts'
import { getProgramme } from './get-programme.ts'
import { requireReason } from './reason.ts'

/**
 * The office ends a programme: `validTo` is the first day without it, and the days planned from then
 * on are cancelled with the reason told. Refuses a day that has passed and an end before its beginning.
 */
export async function endProgramme(
  ctx: Ctx,
  input: { programmeId: string; validTo: Temporal.PlainDate; reason: string },
): Promise<void> {
  requireRight(ctx, 'service_days.plan')
  const reason = requireReason(input.reason)
  return inTransaction(ctx, async (ctx) => {
    await getProgramme(ctx, input)
    if (Temporal.PlainDate.compare(input.validTo, vietnamDay(ctx.now)) < 0)
      throw new Refusal('service_days.date_in_past', { field: 'validTo' })
    await refuseBreach(programmeBreaches, () =>
      ctx.db
        .updateTable('service_days.programme')
        .set({ valid_to: input.validTo })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', input.programmeId)
        .execute(),
    )
    await ctx.db
      .updateTable('service_days.service_day')
      .set({ state: 'cancelled', cancel_reason: reason })
      .where('office_id', '=', ctx.officeId)
      .where('programme_id', '=', input.programmeId)
      .where('state', '=', 'planned')
      .where('date', '>=', input.validTo)
      .execute()
    await record(ctx, 'service_days.programme_ended', input.programmeId)
  })
}
