import type {
  QueueOutcome,
  QueuePeriodKind,
  QueuePriority,
  QueueSource,
} from '#src/base/database.generated.ts'

/** Where somebody stands: in line, called, at a counter, set aside for a moment, gone. */
export type VisitState = QueuePeriodKind
/** How a visit ended. */
export type Outcome = QueueOutcome
/** How somebody came into the line. */
export type Source = QueueSource

/** What may be done to a visit, by where it stands. The only list of these rules. */
const allowedFrom = {
  call: ['waiting', 'hold'],
  callAgain: ['called'],
  start: ['called'],
  finish: ['called', 'serving'],
  markAbsent: ['called'],
  hold: ['called', 'serving'],
  resume: ['hold'],
  pass: ['waiting', 'called', 'serving', 'hold'],
  sendAway: ['waiting', 'called', 'serving', 'hold'],
  changePriority: ['waiting'],
  rejoin: ['left'],
} satisfies Record<string, VisitState[]>

export type VisitAction = keyof typeof allowedFrom

export function visitCan(action: VisitAction, state: VisitState): boolean {
  return allowedFrom[action].some((from) => from === state)
}

/** One person in the line, for the officers: never for the board. */
export type LineVisit = {
  visitId: string
  /** As printed and called: "012", or "A01" where a desk that was cut off gave it. */
  code: string
  series: string
  number: number
  state: VisitState
  /** Since when they stand there. */
  since: Date
  name: string | null
  hasPhone: boolean
  procedureCodes: string[]
  priority: QueuePriority | null
  source: Source
  appointmentId: string | null
  /** Null for who did not book. */
  bookedFor: Temporal.PlainTime | null
  /** What who booked said that the officer should know. */
  note: string | null
  takenAt: Date
  /** Their place in line, now or when they last waited: microseconds since 1970, earliest first. */
  turnMicros: number
  /** Where they are or were called or served last. */
  counterId: string | null
  officerId: string | null
  /** The only counter that calls them, now or when they last waited. */
  forCounterId: string | null
  /** How often the number was called for this turn. */
  calls: number
  lastCallAt: Date | null
  missedCalls: number
  outcome: Outcome | null
  reason: string | null
}
