import type { WaitMinutes } from './estimate-wait.ts'
import type { LineVisit } from './visit.ts'

/** A counter, who sits there and whom they have before them. */
export type CounterNow = {
  counterId: string
  number: number
  name: string
  officerId: string | null
  officerName: string | null
  sittingSince: Date | null
  visit: LineVisit | null
}

export type CommandKind =
  | 'ticket'
  | 'check_in'
  | 'sit'
  | 'stand'
  | 'next'
  | 'call'
  | 'again'
  | 'start'
  | 'finish'
  | 'pass'
  | 'hold'
  | 'resume'
  | 'absent'
  | 'away'
  | 'rejoin'
  | 'priority'
  | 'undo'
  | 'end'

/** One of the last things that were done, newest first. */
export type LineCommand = {
  clientKey: string
  kind: CommandKind
  at: Date
  officerId: string | null
  officerName: string | null
  counterId: string | null
  /** The ticket that it was about. */
  code: string | null
  /** Made while the desk was cut off, and joined afterwards. */
  onTheSpot: boolean
  /** Why it had no effect; null where it had one. */
  superseded: Superseded | null
  undone: boolean
}

/** Why a command of a desk that was cut off had no effect: worded in `words.queueLine.superseded`. */
export type Superseded =
  | 'called_elsewhere'
  | 'already_left'
  | 'not_waiting'
  | 'not_here'
  | 'counter_busy'
  | 'unknown_visit'
  | 'day_not_open'
  | 'number_used'
  | 'nothing_to_undo'
  | 'counter_taken'
  | 'too_late'
  | 'heard_before'
  | 'not_possible'

/** The whole line as the desk sees it. */
export type Line = {
  serviceDayId: string
  dayOpen: boolean
  /** Grows with every command: unchanged means that nothing changed. */
  version: number
  asOf: Date
  /** By number; counters no longer used only while somebody is at them. */
  counters: CounterNow[]
  /** In the order in which they will be called. */
  waiting: LineVisit[]
  onHold: LineVisit[]
  /** Who left in the last while, newest first. */
  leftLately: (LineVisit & { leftAt: Date; mayRejoinUntil: Date | null })[]
  lastCommands: LineCommand[]
  /** For somebody who takes a number now; null while the day is not open. */
  waitMinutes: WaitMinutes | null
  /** Numbers given so far today, and people served. */
  given: number
  served: number
}
