import type {
  QueueAppointmentState,
  QueueBookedThrough,
  ServiceDaysState,
} from '#src/base/database.generated.ts'
import { instantOf, minuteOf } from './clock.ts'

export type AppointmentState = QueueAppointmentState

/** A place kept for a time of a service day. */
export type Appointment = {
  id: string
  /** In the link: whoever has it may see, change and cancel the appointment. */
  token: string
  /** Six digits, typed at the kiosk or said at the door; empty until it is booked. */
  code: string
  state: AppointmentState
  serviceDayId: string
  date: Temporal.PlainDate
  dayState: ServiceDaysState
  venueId: string
  start: Temporal.PlainTime
  end: Temporal.PlainTime
  minutes: number
  /** How many people come; more than one with `organisation`. */
  party: number
  /** How many are served at the same time. */
  lanes: number
  organisation: string | null
  /** Who is to come; for a group, whom to speak to. */
  personName: string | null
  /** Who booked, when that is somebody else. */
  bookerName: string | null
  procedureCodes: string[]
  note: string | null
  through: QueueBookedThrough
  hasPhone: boolean
  /** The people of a group who are named so far. */
  people: GroupPerson[]
  /** Of the number that was given when they came; null until then. */
  visitToken: string | null
  /** While it is held: until then nobody else can have it. */
  heldUntil: Date | null
  bookedAt: Date | null
  endedAt: Date | null
  endReason: string | null
}

export type GroupPerson = { name: string; procedureCode: string | null }

/** What may be done to an appointment, by where it stands. The only list of these rules. */
const allowedFrom = {
  // Whose day was called off takes another place with the same link.
  change: ['booked', 'displaced'],
  cancel: ['booked', 'displaced'],
  name: ['booked'],
  check_in: ['booked'],
} satisfies Record<string, AppointmentState[]>

export type AppointmentAction = keyof typeof allowedFrom

export function appointmentCan(action: AppointmentAction, state: AppointmentState): boolean {
  return allowedFrom[action].some((from) => from === state)
}

/** Whether its time has passed at this moment. */
export function isOver(it: Pick<Appointment, 'date' | 'end'>, now: Date): boolean {
  return instantOf(it.date, minuteOf(it.end)) <= now
}
