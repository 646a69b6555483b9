import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { dayBreaches } from './breaches.ts'
import { hoursColumns, type Hours } from './hours.ts'
import { lockServiceDay } from './lock-service-day.ts'
import { requireRoom } from './programme.ts'
import { writeRoster } from './write-roster.ts'

/**
 * The office gives one day its own place, hours, room or officers; what is left out stays. Refuses a
 * day that is closed or cancelled, and what a programme could not have either.
 */
export async function changeServiceDay(
  ctx: Ctx,
  input: {
    serviceDayId: string
    venueId?: string
    hours?: Hours
    capacity?: number | null
    officerIds?: string[]
  },
): Promise<void> {
  requireRight(ctx, 'service_days.plan')
  if (input.capacity !== undefined) requireRoom(input.capacity)
  return inTransaction(ctx, async (ctx) => {
    const day = await lockServiceDay(ctx, input.serviceDayId, 'change')
    await refuseBreach(dayBreaches, async () => {
      await ctx.db
        .updateTable('service_days.service_day')
        .set({
          venue_id: input.venueId ?? day.venueId,
          capacity: input.capacity === undefined ? day.capacity : input.capacity,
          ...hoursColumns(input.hours ?? day.hours),
        })
        .where('office_id', '=', ctx.officeId)
        .where('id', '=', day.id)
        .execute()
      if (input.officerIds) await writeRoster(ctx, day.id, input.officerIds)
    })
    await record(ctx, 'service_days.changed', day.id)
  })
}
