/**
 * The ten statuses by which the national portal and every one-stop system name where a dossier
 * stands. Worded under `requests.statuses`.
 */
export const statuses = {
  registered: 1,
  received: 2,
  not_received: 3,
  in_progress: 4,
  supplement_asked: 5,
  payment_asked: 6,
  withdrawn: 7,
  stopped: 8,
  finished: 9,
  handed_over: 10,
} as const

export type Status = (typeof statuses)[keyof typeof statuses]

export const allStatuses = Object.values(statuses) as readonly Status[]

/** What may follow what. The only list of these rules. */
const next: Record<Status, readonly Status[]> = {
  1: [2, 3, 7],
  2: [4],
  3: [],
  4: [5, 6, 8, 9, 7],
  5: [4, 8, 7],
  6: [4, 8, 7],
  7: [],
  8: [],
  9: [10],
  10: [],
}

export function nextStatuses(from: Status): readonly Status[] {
  return next[from]
}

export function mayFollow(from: Status, to: Status): boolean {
  return next[from].includes(to)
}

/** Nothing follows: not received, withdrawn, stopped, handed over. */
export function isEnd(status: Status): boolean {
  return next[status].length === 0
}

/** While the authority waits for the person, its clock stands still. */
export function stopsClock(status: Status): 'supplement' | 'payment' | null {
  if (status === statuses.supplement_asked) return 'supplement'
  return status === statuses.payment_asked ? 'payment' : null
}

export function isStatus(value: number): value is Status {
  return allStatuses.some((status) => status === value)
}
