import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { ServiceDaysState } from '#src/base/database.generated.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'
import type { DayFrame, TakenSeat } from './day-frame.ts'
import { usualRulesJson } from './rule-columns.ts'

/** Days, what they offer and what is taken of them, with the rules and the length asked for. */
export type Frames = {
  frames: DayFrame[]
  minutes: number
  slotMinutes: number
  leadMinutes: number
}

type Row = {
  minutes: number
  slot_minutes: number
  lead_minutes: number
  service_day_id: string | null
  date: Temporal.PlainDate
  state: ServiceDaysState
  venue_id: string
  venue_name: string
  morning_from: number | null
  morning_to: number | null
  afternoon_from: number | null
  afternoon_to: number | null
  lanes: number
  bookable_minutes: number
  bookable_people: number | null
  seats: TakenSeat[]
}

/** The farthest ahead that the rules of any office go; officers at the desk see so far. */
const farthest = 120

/**
 * One query, however many days and seats: every coming day that may be booked, or the one day of
 * `serviceDayId` whatever its state. A seat whose hold has lapsed is free.
 */
export async function readFrames(
  ctx: Ctx,
  input: { serviceDayId?: string; procedureCodes?: string[]; minutes?: number },
): Promise<Frames> {
  const today = vietnamDay(ctx.now)
  const which =
    input.serviceDayId === undefined
      ? sql`f.state in ('planned', 'open') and f.date >= ${today}::date and f.date <= ${today}::date
            + ${ctx.actor.kind === 'citizen' ? sql`(r.rules).horizon_days` : sql.lit(farthest)}`
      : sql`f.service_day_id = ${input.serviceDayId}`
  const length =
    input.minutes === undefined
      ? sql`queue.minutes_for(${[...new Set(input.procedureCodes ?? [])]}::text[], r.rules)`
      : sql`${input.minutes}::int`
  const { rows } = await sql<Row>`
    select ${length} as minutes, (r.rules).slot_minutes, (r.rules).lead_minutes,
           f.service_day_id, f.date, f.state, f.venue_id, f.venue_name,
           f.morning_from, f.morning_to, f.afternoon_from, f.afternoon_to, f.lanes,
           (100 - (r.rules).walk_in_percent) * f.lanes * f.session_minutes / 100 as bookable_minutes,
           (100 - (r.rules).walk_in_percent) * f.capacity / 100 as bookable_people,
           taken.seats
      from (select queue.rules_of(${ctx.officeId}, ${usualRulesJson}) as rules offset 0) r
      left join queue.day_frame f on f.office_id = ${ctx.officeId} and ${which}
      left join lateral (
        select coalesce(jsonb_agg(jsonb_build_array(
                 s.lane, s.from_minute, s.to_minute, s.people)), '[]') as seats
          from queue.seat s
         where s.service_day_id = f.service_day_id
           and s.appointment_id <> all (array(
             select a.id from queue.appointment a
              where a.office_id = ${ctx.officeId} and a.state = 'held'
                and a.held_until <= ${ctx.now}))) taken on true
     order by f.date, f.morning_from nulls last, f.service_day_id`.execute(ctx.db)
  const [first] = rows
  return {
    frames: rows.flatMap((row) => frameOf(row) ?? []),
    minutes: first!.minutes,
    slotMinutes: first!.slot_minutes,
    leadMinutes: ctx.actor.kind === 'citizen' ? first!.lead_minutes : 0,
  }
}

function frameOf(row: Row): DayFrame | null {
  if (row.service_day_id === null) return null
  const sessions = [
    { from: row.morning_from, to: row.morning_to },
    { from: row.afternoon_from, to: row.afternoon_to },
  ]
  return {
    serviceDayId: row.service_day_id,
    date: row.date,
    state: row.state,
    venueId: row.venue_id,
    venueName: row.venue_name,
    sessions: sessions.flatMap(({ from, to }) =>
      from === null || to === null ? [] : { from, to },
    ),
    lanes: row.lanes,
    bookableMinutes: row.bookable_minutes,
    bookablePeople: row.bookable_people,
    seats: row.seats,
  }
}
