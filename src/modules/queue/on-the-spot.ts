import type { Spot } from './command.ts'
import type { Superseded } from './line.ts'
import type { Priority } from './rules.ts'

/**
 * Something done at a desk while it was cut off. `visit` is the visit's id or the code on its ticket:
 * a number given there has no id yet. `agoMs` says how long ago, so that no clock of a device counts.
 */
export type OnTheSpotCommand = { clientKey: string; agoMs: number } & (
  | {
      kind: 'ticket'
      /** The letter leased by this desk, and the number chosen there. */
      series: string
      number: number
      priority?: Priority | null
      procedureCodes?: readonly string[]
      name?: string | null
    }
  | { kind: 'next' | 'call'; counterId: string; visit: string; finishCurrent?: boolean }
  | {
      kind: 'again' | 'start' | 'finish' | 'absent' | 'hold' | 'resume' | 'rejoin'
      counterId: string
      visit: string
    }
  | { kind: 'pass'; counterId: string; visit: string; toCounterId: string }
  | {
      kind: 'away'
      counterId: string
      visit: string
      reason: string
      outcome?: 'sent_elsewhere' | 'gave_up'
    }
  | { kind: 'priority'; counterId: string; visit: string; priority: Priority | null }
  | { kind: 'undo'; counterId: string }
)

export type AboutVisit = Extract<OnTheSpotCommand, { visit: string }>
export type TicketOnTheSpot = Extract<OnTheSpotCommand, { kind: 'ticket' }>

/** What became of it: it had its effect, or something else had happened meanwhile. */
export type Joined = {
  clientKey: string
  outcome: 'applied' | 'superseded'
  /** Why it had none: worded in `words.queueLine.superseded`. */
  why: Superseded | null
  visitId: string | null
  code: string | null
}

export type Joining = { serviceDayId: string; spot: Spot }

const whys: Partial<Record<string, Superseded>> = {
  'queue.visit_is_called': 'called_elsewhere',
  'queue.visit_is_serving': 'called_elsewhere',
  'queue.visit_elsewhere': 'called_elsewhere',
  'queue.visit_has_left': 'already_left',
  'queue.visit_is_waiting': 'not_here',
  'queue.visit_is_on_hold': 'not_here',
  'queue.visit_not_found': 'unknown_visit',
  'queue.counter_busy': 'counter_busy',
  'queue.counter_taken': 'counter_taken',
  'queue.counter_just_taken': 'counter_taken',
  'queue.line_not_open': 'day_not_open',
  'queue.number_used': 'number_used',
  'queue.rejoin_too_late': 'too_late',
  'queue.nothing_to_undo': 'nothing_to_undo',
  'queue.undo_followed': 'nothing_to_undo',
}

/** How a refusal is told of something that was done long before it was refused. */
export function supersededBy(refusal: { code: string }): Superseded {
  return whys[refusal.code] ?? 'not_possible'
}
