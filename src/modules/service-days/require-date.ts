import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getDay, readCalendar } from '#src/modules/calendar/index.ts'

export function requireNotPast(ctx: Ctx, date: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(date, vietnamDay(ctx.now)) < 0)
    throw new Refusal('service_days.date_in_past', { field: 'date' })
}

/** Refuses every day that the office's calendar does not work, weekends too. */
export async function requireWorked(ctx: Ctx, date: Temporal.PlainDate): Promise<void> {
  const day = getDay(await readCalendar(ctx), date)
  if (!day.working)
    throw new Refusal('service_days.day_off', {
      field: 'date',
      params: { date: date.toString(), name: day.name?.vi ?? '', nameEn: day.name?.en ?? '' },
    })
}

/** Refuses holidays and the office's days off, but not an ordinary Saturday or Sunday. */
export async function requireNoHoliday(ctx: Ctx, date: Temporal.PlainDate): Promise<void> {
  const day = getDay(await readCalendar(ctx), date)
  if (!day.working && day.kind !== 'weekend')
    throw new Refusal('service_days.day_off', {
      field: 'date',
      params: { date: date.toString(), name: day.name?.vi ?? '', nameEn: day.name?.en ?? '' },
    })
}
