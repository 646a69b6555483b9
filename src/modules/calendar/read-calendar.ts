import type { Ctx } from '#src/base/ctx.ts'
import { span, type DayHours } from './hours.ts'
import type { OfficeDay, WorkCalendar } from './work-calendar.ts'

/**
 * The office's calendar: the nation's, with the days and hours that the office has set. It is read
 * whole, a few rows a year, so that no due date can reach beyond what was read.
 */
export async function readCalendar(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<WorkCalendar> {
  const [days, hours] = await Promise.all([
    ctx.db
      .selectFrom('calendar.office_day')
      .select(['date', 'kind', 'name', 'reason', 'instead_of'])
      .where('office_id', '=', ctx.officeId)
      .orderBy('date')
      .execute(),
    ctx.db
      .selectFrom('calendar.office_hours')
      .selectAll()
      .where('office_id', '=', ctx.officeId)
      .orderBy('valid_from', 'desc')
      .execute(),
  ])

  const officeDays = days.map(({ instead_of: insteadOf, ...day }): [string, OfficeDay] => [
    day.date.toString(),
    { ...day, insteadOf },
  ])
  const weeks = new Map<string, { validFrom: Temporal.PlainDate; week: Map<number, DayHours> }>()
  for (const row of hours) {
    const key = row.valid_from.toString()
    const weekHours = weeks.get(key) ?? { validFrom: row.valid_from, week: new Map() }
    weeks.set(key, weekHours)
    weekHours.week.set(row.weekday, {
      morning: spanOrNull(row.morning_opens, row.morning_closes),
      afternoon: spanOrNull(row.afternoon_opens, row.afternoon_closes),
    })
  }
  return { officeDays: new Map(officeDays), officeHours: [...weeks.values()] }
}

function spanOrNull(opens: string | null, closes: string | null) {
  return opens !== null && closes !== null ? span(opens, closes) : null
}
