import type { Insertable, Selectable } from 'kysely'
import type { QueueRules } from '#src/base/database.generated.ts'
import { usualRules, type Rules } from './rules.ts'

type Columns = Omit<Insertable<QueueRules>, 'office_id'>

export function rulesColumns(rules: Rules): Columns {
  return {
    slot_minutes: rules.slotMinutes,
    usual_minutes: rules.usualMinutes,
    walk_in_percent: rules.walkInPercent,
    horizon_days: rules.horizonDays,
    lead_minutes: rules.leadMinutes,
    hold_minutes: rules.holdMinutes,
    offer_minutes: rules.offerMinutes,
    holds_per_phone: rules.holdsPerPhone,
    bookings_per_phone: rules.bookingsPerPhone,
    holds_per_office: rules.holdsPerOffice,
    booked_head_start_minutes: rules.bookedHeadStartMinutes,
    late_minutes: rules.lateMinutes,
    priorities: rules.priorities,
    priority_head_start_minutes: rules.priorityHeadStartMinutes,
    put_back_places: rules.putBackPlaces,
    missed_calls: rules.missedCalls,
    rejoin_minutes: rules.rejoinMinutes,
    near_places: rules.nearPlaces,
  }
}

export function rulesOf(row: Omit<Selectable<QueueRules>, 'office_id'>): Rules {
  return {
    slotMinutes: row.slot_minutes,
    usualMinutes: row.usual_minutes,
    walkInPercent: row.walk_in_percent,
    horizonDays: row.horizon_days,
    leadMinutes: row.lead_minutes,
    holdMinutes: row.hold_minutes,
    offerMinutes: row.offer_minutes,
    holdsPerPhone: row.holds_per_phone,
    bookingsPerPhone: row.bookings_per_phone,
    holdsPerOffice: row.holds_per_office,
    bookedHeadStartMinutes: row.booked_head_start_minutes,
    lateMinutes: row.late_minutes,
    priorities: row.priorities,
    priorityHeadStartMinutes: row.priority_head_start_minutes,
    putBackPlaces: row.put_back_places,
    missedCalls: row.missed_calls,
    rejoinMinutes: row.rejoin_minutes,
    nearPlaces: row.near_places,
  }
}

/** For the functions of the database, which keep to them where an office has no row of its own. */
export const usualRulesJson = JSON.stringify(rulesColumns(usualRules))
