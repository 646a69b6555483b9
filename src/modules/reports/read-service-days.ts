import type { Ctx } from '#src/base/ctx.ts'
import { said } from './labels.ts'
import { dayLabel, type Period } from './period.ts'
import type { Counts } from './read-counts.ts'
import type { ServiceDayGroup } from './report.ts'

/** Every service day of the period in order, held or not, with what was received on it. */
export async function readServiceDays(
  ctx: Pick<Ctx, 'db' | 'officeId'>,
  { from, to }: Period,
  counts: Counts['serviceDays'],
): Promise<ServiceDayGroup[]> {
  const days = await ctx.db
    .selectFrom('service_days.service_day_report')
    .select(['service_day_id', 'date', 'state', 'moved', 'extra', 'reason', 'officers', 'capacity'])
    .select(['programme_name', 'programme_name_en'])
    .where('office_id', '=', ctx.officeId)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('service_day_id')
    .$narrowType<{
      service_day_id: string
      date: Temporal.PlainDate
      state: ServiceDayGroup['state']
      programme_name: string
      programme_name_en: string
    }>()
    .execute()
  const countOf = new Map(counts.map((it) => [it.serviceDayId, it.requests]))
  return days.map((day) => ({
    key: day.service_day_id,
    label: dayLabel(day.date),
    requests: countOf.get(day.service_day_id) ?? 0,
    date: day.date,
    programme: { vi: day.programme_name, en: day.programme_name_en },
    state: day.state,
    stateLabel: said((words) => words.serviceDays.states[day.state]),
    moved: day.moved ?? false,
    extra: day.extra ?? false,
    reason: day.reason,
    officers: day.officers ?? 0,
    capacity: day.capacity,
  }))
}
