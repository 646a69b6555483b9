import type { Selectable } from 'kysely'
import type { ServiceDaysServiceDay, ServiceDaysState } from '#src/base/database.generated.ts'
import { hoursOf, type Hours } from './hours.ts'

export type ServiceDayState = ServiceDaysState

/** What may be done to a day, by where it stands. The only list of these rules. */
const allowedFrom = {
  move: ['planned'],
  cancel: ['planned'],
  open: ['planned', 'closed'],
  close: ['open'],
  change: ['planned', 'open'],
} satisfies Record<string, ServiceDayState[]>

export type ServiceDayAction = keyof typeof allowedFrom

export function serviceDayCan(action: ServiceDayAction, state: ServiceDayState): boolean {
  return allowedFrom[action].some((from) => from === state)
}

/** One day of a programme. */
export type ServiceDay = {
  id: string
  programmeId: string
  /** The weekday's date that it stands for; null for an extra day. */
  nominalDate: Temporal.PlainDate | null
  /** First told to people; differs from `nominalDate` when the calendar shifted it. */
  announcedDate: Temporal.PlainDate
  /** When it takes place; differs from `announcedDate` when the office moved it. */
  date: Temporal.PlainDate
  state: ServiceDayState
  venueId: string
  hours: Hours
  /** How many people it has room for; null when nobody is turned away. */
  capacity: number | null
  /** The day off that shifted or cancelled it, by name. */
  holiday: { vi: string; en: string } | null
  movedReason: string | null
  cancelReason: string | null
  closeReason: string | null
  extraReason: string | null
  openedAt: Date | null
  closedAt: Date | null
}

export function serviceDayOf(row: Selectable<ServiceDaysServiceDay>): ServiceDay {
  return {
    id: row.id,
    programmeId: row.programme_id,
    nominalDate: row.nominal_date,
    announcedDate: row.announced_date,
    date: row.date,
    state: row.state,
    venueId: row.venue_id,
    hours: hoursOf(row),
    capacity: row.capacity,
    holiday: row.holiday === null ? null : { vi: row.holiday, en: row.holiday_en ?? row.holiday },
    movedReason: row.moved_reason,
    cancelReason: row.cancel_reason,
    closeReason: row.close_reason,
    extraReason: row.extra_reason,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  }
}
