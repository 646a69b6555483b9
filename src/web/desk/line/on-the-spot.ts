import type { LineState } from './line-state.ts'
import type { Priority } from '#src/modules/queue/index.ts'
import type { LineWords } from './line-view.ts'

type About = { key: string; at: number; counterId: string; visit: string }

/**
 * Something done while the page was cut off: its key, when by the server's clock, at which counter,
 * about whom. Who got a number here is named by that number until the server knows them.
 */
export type SpotCommand = About &
  (
    | { kind: 'again' | 'start' | 'finish' | 'absent' | 'hold' | 'resume' | 'rejoin' }
    /** With whoever was at the counter and was served; null when nobody was. */
    | { kind: 'call'; finishes: string | null }
    | { kind: 'pass'; toCounterId: string }
    | { kind: 'away'; reason: string }
    | {
        kind: 'ticket'
        number: number
        name: string | null
        procedures: string[]
        priority: Priority | null
      }
  )

/** Why something cannot be done from where the line stands, worded in `deskLine.local`. */
export type LocalRefusal = keyof LineWords['local']

/**
 * A command that was sent when the connection broke: nobody knows whether the server has it. What it
 * did is taken back when the page is joined again, because the page went on differently.
 */
export type Unsure = { key: string; kind: 'next' | 'ticket'; counterId: string }

/** A command as it is sent when the connection is back: how long ago it was made, not when. */
export type Sent = { command: SpotCommand; agoMs: number }

/** What is sent to join again; the whole list, however often. */
export type Joining = {
  day: string
  deviceId: string
  commands: Sent[]
  unsure: Unsure[]
}

/** What became of each. */
export type JoinAnswer = {
  outcomes: { key: string; applied: boolean; why: string | null }[]
  /** The line afterwards; null for an earlier day's. */
  state: LineState | null
}
