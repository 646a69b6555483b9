import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { getDay, readCalendar, type Day } from '#src/modules/calendar/index.ts'

export function requireNotPast(ctx: Ctx, date: Temporal.PlainDate): void {
  if (Temporal.PlainDate.compare(date, vietnamDay(ctx.now)) < 0)
    throw new Refusal('service_days.date_in_past', { field: 'date' })
}

/** Refuses every day off, and weekends too unless the programme is one of the weekend itself. */
export async function requireWorked(
  ctx: Ctx,
  date: Temporal.PlainDate,
  programme: { weekday: number },
): Promise<void> {
  const day = getDay(await readCalendar(ctx), date)
  if (!day.working && !(day.kind === 'weekend' && programme.weekday > 5)) throw dayOff(day)
}

/** Refuses holidays and the office's days off, but not an ordinary Saturday or Sunday. */
export async function requireNoHoliday(ctx: Ctx, date: Temporal.PlainDate): Promise<void> {
  const day = getDay(await readCalendar(ctx), date)
  if (!day.working && day.kind !== 'weekend') throw dayOff(day)
}

function dayOff(day: Day): Refusal {
  return new Refusal('service_days.day_off', {
    field: 'date',
    params: { date: day.date.toString(), name: day.name?.vi ?? '', nameEn: day.name?.en ?? '' },
  })
}
