import type { WaitMinutes } from './estimate-wait.ts'
import type { Outcome, VisitState } from './visit.ts'

/** How far the line is for the holder of one ticket. */
export type Turn = {
  visitId: string
  serviceDayId: string
  dayOpen: boolean
  code: string
  state: VisitState
  /** How many are before them; 0 unless they wait. */
  ahead: number
  /** Null unless they wait. */
  waitMinutes: WaitMinutes | null
  /** The number of the counter that calls or serves them, or that they wait for. */
  counter: number | null
  /** Of the newest call; changes when called again. */
  callId: string | null
  calledAt: Date | null
  /** How often they were called and nobody came. */
  missedCalls: number
  outcome: Outcome | null
  /** Until when somebody who missed their turn may take their place again; null when not. */
  mayRejoinUntil: Date | null
  asOf: Date
}
