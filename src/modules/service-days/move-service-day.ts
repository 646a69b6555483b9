import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { announce } from '#src/base/live.ts'
import { Refusal } from '#src/base/refusal.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { dayBreaches } from './breaches.ts'
import { getProgramme } from './get-programme.ts'
import { lockServiceDay } from './lock-service-day.ts'
import { requireReason } from './reason.ts'
import { requireNotPast, requireWorked } from './require-date.ts'

/**
 * The office moves a planned day to another date, and people are told why. Refuses a day that is no
 * longer planned, a date that has passed, the same date, a day off, and a date on which the
 * programme sits already.
 */
export async function moveServiceDay(
  ctx: Ctx,
  input: { serviceDayId: string; date: Temporal.PlainDate; reason: string; venueId?: string },
): Promise<void> {
  requireRight(ctx, 'service_days.plan')
  const reason = requireReason(input.reason)
  return inTransaction(ctx, async (ctx) => {
    const day = await lockServiceDay(ctx, input.serviceDayId, 'move')
    requireNotPast(ctx, input.date)
    if (input.date.equals(day.date)) throw new Refusal('service_days.same_date', { field: 'date' })
    await requireWorked(ctx, input.date, await getProgramme(ctx, day))
    await refuseBreach(dayBreaches, () =>
      ctx.db
        .updateTable('service_days.service_day')
        .set({
          date: input.date,
          moved_reason: reason,
          ...(input.venueId === undefined ? {} : { venue_id: input.venueId }),
        })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', day.id)
        .execute(),
    )
    const [from, to] = [day.date.toString(), input.date.toString()]
    await record(ctx, 'service_days.moved', day.id, { from, to })
    await announce(ctx, 'service_days', ctx.officeId)
  })
}
