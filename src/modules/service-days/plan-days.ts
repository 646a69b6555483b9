import type { Insertable } from 'kysely'
import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { ServiceDaysServiceDay } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import { record } from '#src/modules/audit/index.ts'
import { placeProgrammeDay, readCalendar, type WorkCalendar } from '#src/modules/calendar/index.ts'
import { hoursColumns } from './hours.ts'
import { listProgrammes } from './list-programmes.ts'
import type { Programme } from './programme.ts'

const { compare } = Temporal.PlainDate
const farthest = 400

/**
 * Plans the days of every programme from today until `until` (included; at most 400 days ahead). A
 * day that falls on a day off goes where the programme's policy puts it; one that is left out is
 * planned as cancelled, so that people are told. Asked twice, it adds nothing: a day once planned,
 * moved or cancelled stays as the office left it.
 *
 * @returns how many days were added
 */
export async function planDays(ctx: Ctx, input: { until: Temporal.PlainDate }): Promise<number> {
  requireRight(ctx, 'service_days.plan')
  const today = vietnamDay(ctx.now)
  if (today.until(input.until).days > farthest)
    throw new Refusal('service_days.plan_too_far', { field: 'until' })
  return inTransaction(ctx, async (ctx) => {
    const calendar = await readCalendar(ctx)
    let added = 0
    for (const programme of await listProgrammes(ctx)) {
      const days = nominalDates(programme, today, input.until).flatMap((nominal) => {
        const day = place(calendar, programme, nominal)
        return compare(day.date, today) < 0 ? [] : [{ ...day, office_id: ctx.officeId }]
      })
      added += await insert(ctx, programme, days)
    }
    if (added > 0) await record(ctx, 'service_days.planned', ctx.officeId, { added })
    return added
  })
}

/** The programme's weekday, from `from` or its first day to `until` or its last. */
export function nominalDates(
  programme: Pick<Programme, 'weekday' | 'validFrom' | 'validTo'>,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const first = compare(from, programme.validFrom) < 0 ? programme.validFrom : from
  const end = programme.validTo?.subtract({ days: 1 })
  const last = end && compare(end, until) < 0 ? end : until
  const dates: Temporal.PlainDate[] = []
  let date = first.add({ days: (programme.weekday - first.dayOfWeek + 7) % 7 })
  for (; compare(date, last) <= 0; date = date.add({ days: 7 })) dates.push(date)
  return dates
}

type NewDay = Omit<Insertable<ServiceDaysServiceDay>, 'office_id'> & { date: Temporal.PlainDate }

function place(calendar: WorkCalendar, programme: Programme, nominal: Temporal.PlainDate): NewDay {
  const placed = placeProgrammeDay(calendar, nominal, programme.holidayPolicy)
  const dayOff = placed.why?.dayOff
  // A programme of the weekend itself sits on weekends; only holidays keep it from sitting.
  const shifted = dayOff && dayOff.kind !== 'weekend'
  const date = shifted ? placed.date : nominal
  return {
    programme_id: programme.id,
    nominal_date: nominal,
    announced_date: date ?? nominal,
    date: date ?? nominal,
    state: date ? 'planned' : 'cancelled',
    venue_id: programme.venueId,
    ...hoursColumns(programme.hours),
    capacity: programme.capacity,
    holiday: shifted ? (dayOff.name?.vi ?? null) : null,
    holiday_en: shifted ? (dayOff.name?.en ?? null) : null,
    cancel_reason: date ? null : (dayOff?.name?.vi ?? nominal.toString()),
  }
}

async function insert(
  ctx: Ctx,
  programme: Programme,
  days: Insertable<ServiceDaysServiceDay>[],
): Promise<number> {
  if (days.length === 0) return 0
  const added = await ctx.db
    .insertInto('service_days.service_day')
    .values(days)
    // Planned before, or the programme sits on that date for another reason: what stands stays.
    .onConflict((oc) => oc.doNothing())
    .returning('id')
    .execute()
  const roster = added.flatMap((day) =>
    programme.officerIds.map((officer_id) => ({
      office_id: ctx.officeId,
      service_day_id: day.id,
      officer_id,
    })),
  )
  if (roster.length > 0) await ctx.db.insertInto('service_days.roster').values(roster).execute()
  return added.length
}
