import type { WaitMinutes } from './estimate-wait.ts'

/** Who is called where: numbers and counters, never a name. */
export type BoardCall = {
  code: string
  counter: number
  at: Date
  /** Changes when the number is called again, so that it is said again. */
  callId: string
  /** Already before the officer, or gone: shown, no longer called. */
  serving: boolean
}

/** What the television in the hall shows. */
export type Board = {
  serviceDayId: string
  dayOpen: boolean
  /** The last ones, newest first, each ticket once. */
  calls: BoardCall[]
  waiting: number
  /** For somebody who takes a number now; null while the day is not open. */
  waitMinutes: WaitMinutes | null
  asOf: Date
}
