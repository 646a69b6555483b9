import type { Priority } from '#src/modules/queue/index.ts'

/**
 * The line as its page shows it, written as JSON: the server makes it, the open page keeps it and
 * goes on from it while it is cut off. Moments are milliseconds since 1970 by the server's clock.
 */
export type LineState = {
  dayId: string
  dayOpen: boolean
  /** When it was true. */
  asOf: number
  /** Grows with every change of this day's line. */
  version: number
  officerId: string
  /** Where I sit; null before I chose. */
  counterId: string | null
  counters: LineCounter[]
  /** In the order in which they are called. */
  waiting: Waiting[]
  held: Held[]
  /** Those of the last while, newest first; who was absent may come back in. */
  left: Gone[]
  /** About how long who takes a number now would wait, in minutes; null when nobody can say. */
  estimate: { from: number; to: number } | null
  rules: LineRules
  /** What procedures and priorities are called here, in the language of the page. */
  procedures: Record<string, string>
  priorities: Record<Priority, string>
  /** Those offered when a number is handed out, by code. */
  offered: string[]
  /** What was done last at my counter and can be taken back. */
  last: LastDeed | null
  /** While cut off: everybody's place in the common line when the server was last heard. */
  placesWhenCut?: Record<string, number>
}

export type LineRules = {
  priorities: Priority[]
  priorityHeadStartMinutes: number
  putBackPlaces: number
  missedCalls: number
  rejoinMinutes: number
}

export type LineCounter = {
  id: string
  number: number
  /** Who sits there; null when nobody does. */
  officer: string | null
  serving: Served | null
}

/** Somebody who came. */
export type Visitor = {
  id: string
  /** As printed on their ticket. */
  code: string
  name: string | null
  procedures: string[]
  priority: Priority | null
  /** The time that they booked, in minutes of the day. */
  bookedAt: number | null
  /** What they said at the booking that the officer should know. */
  note: string | null
  takenAt: number
  /** Their place in line, now or when they last waited: microseconds since 1970, earliest first. */
  turn: number
  /** The only counter that calls them: they were passed to it. */
  forCounterId: string | null
  /** How many calls they missed. */
  missed: number
  /** Given a number by this page while it was cut off, and not joined yet. */
  local?: boolean
}

export type Waiting = Visitor & { since: number }

export type Served = Visitor & {
  state: 'called' | 'serving'
  since: number
  calls: number
  /** Put on record during this visit. */
  requests: { id: string; code: string }[]
}

export type Held = Visitor & { since: number; counterId: string | null }

export type Gone = Visitor & {
  since: number
  how: 'served' | 'absent' | 'gave_up' | 'sent_elsewhere'
  reason: string | null
  /** Until when they may take their place again. */
  rejoinUntil: number | null
}

export type LastDeed = { kind: string; code: string | null; at: number }
