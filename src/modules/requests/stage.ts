import { statuses, type Status } from './status.ts'

/** Where a request stands, in the desk's own words. Derived, never stored. Worded under `requests.stages`. */
export type Stage =
  | 'preparing'
  | 'ready'
  | 'filed'
  | 'supplement'
  | 'payment'
  | 'result_waiting'
  | 'handed_over'
  | 'refused'
  | 'withdrawn'
  | 'stopped'

/** Who has to do the next thing. Worded under `requests.waitingFor`. */
export type WaitingFor = 'citizen' | 'desk' | 'authority' | 'nobody'

type Standing = { status: number | null; withdrawnAt: Date | null; missing: number }

const byStatus: Record<Status, Stage> = {
  [statuses.registered]: 'filed',
  [statuses.received]: 'filed',
  [statuses.not_received]: 'refused',
  [statuses.in_progress]: 'filed',
  [statuses.supplement_asked]: 'supplement',
  [statuses.payment_asked]: 'payment',
  [statuses.withdrawn]: 'withdrawn',
  [statuses.stopped]: 'stopped',
  [statuses.finished]: 'result_waiting',
  [statuses.handed_over]: 'handed_over',
}

export function stageOf({ status, withdrawnAt, missing }: Standing): Stage {
  if (status !== null) return byStatus[status as Status]
  if (withdrawnAt) return 'withdrawn'
  return missing > 0 ? 'preparing' : 'ready'
}

const next: Record<Stage, WaitingFor> = {
  preparing: 'citizen',
  ready: 'desk',
  filed: 'authority',
  supplement: 'citizen',
  payment: 'citizen',
  result_waiting: 'desk',
  handed_over: 'nobody',
  refused: 'nobody',
  withdrawn: 'nobody',
  stopped: 'nobody',
}

/** A result waits for the desk, which tells the person to come. */
export function waitingFor(stage: Stage): WaitingFor {
  return next[stage]
}
