import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { refuseBreach } from '#src/base/refuse-breach.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { dayBreaches } from './breaches.ts'
import { getProgramme } from './get-programme.ts'
import { hoursColumns, type Hours } from './hours.ts'
import { requireRoom } from './programme.ts'
import { requireReason } from './reason.ts'
import { requireNoHoliday, requireNotPast } from './require-date.ts'
import { writeRoster } from './write-roster.ts'

/**
 * The programme sits once more, on a date of its own: a Sunday at the factory, a market day. What is
 * left out is as the programme has it. Refuses a date that has passed, a holiday, and a date on
 * which the programme sits already.
 */
export async function addExtraDay(
  ctx: Ctx,
  input: {
    programmeId: string
    date: Temporal.PlainDate
    reason: string
    venueId?: string
    hours?: Hours
    capacity?: number | null
    officerIds?: string[]
  },
): Promise<{ id: string }> {
  requireRight(ctx, 'service_days.plan')
  const reason = requireReason(input.reason)
  if (input.capacity !== undefined) requireRoom(input.capacity)
  return inTransaction(ctx, async (ctx) => {
    const programme = await getProgramme(ctx, input)
    requireNotPast(ctx, input.date)
    await requireNoHoliday(ctx, input.date)
    return refuseBreach(dayBreaches, async () => {
      const day = await ctx.db
        .insertInto('service_days.service_day')
        .values({
          office_id: ctx.officeId,
          programme_id: programme.id,
          announced_date: input.date,
          date: input.date,
          venue_id: input.venueId ?? programme.venueId,
          ...hoursColumns(input.hours ?? programme.hours),
          capacity: input.capacity === undefined ? programme.capacity : input.capacity,
          extra_reason: reason,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await writeRoster(ctx, day.id, input.officerIds ?? programme.officerIds)
      await record(ctx, 'service_days.extra_day_added', day.id, { date: input.date.toString() })
      return day
    })
  })
}
