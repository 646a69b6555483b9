/** How fast the worker goes and how long it waits; all in seconds unless told otherwise. */
export type Pace = {
  /** How many messages of one process are on their way at the same time. */
  lanes: number
  /** How often an idle worker looks. */
  poll: number
  /** A channel that takes longer to answer lends its lane to the others meanwhile. */
  slow: number
  /** After this an answer is no longer waited for. */
  timeout: number
  /** After this whoever was sending is taken for dead. Must be well above `timeout`. */
  lease: number
  /** Between two tries of one message, the last one for all further tries. */
  pauses: readonly number[]
  /** Share of a pause by which it differs by chance, so that not all come back at once. */
  jitter: number
  /** After so many hours of passing trouble a person looks at the message. */
  patienceHours: number
  /** After so many failures in a row the account rests, each time twice as long, up to the most. */
  restAfter: number
  rest: number
  mostRest: number
  /** A token is refreshed so long before it ends. */
  refreshEarly: number
  /** A token that ends sooner than this is no longer used for sending. */
  refreshLate: number
  /** Until a refresh is tried again that surely did not reach the channel. */
  refreshAgain: number
}

export const usualPace: Pace = {
  lanes: 4,
  poll: 2,
  slow: 2,
  timeout: 30,
  lease: 120,
  pauses: [30, 120, 600, 1800, 3600],
  jitter: 0.2,
  patienceHours: 72,
  restAfter: 5,
  rest: 15,
  mostRest: 600,
  refreshEarly: 1800,
  refreshLate: 5,
  refreshAgain: 60,
}

/** How long to wait after so many failures, 1 for the first. */
export function pauseAfter(pace: Pace, failures: number, chance: number): number {
  const { pauses, jitter } = pace
  const pause = pauses[Math.min(failures, pauses.length) - 1] ?? pauses.at(-1) ?? 60
  return pause * (1 + jitter * (2 * chance - 1))
}

/** How long an account rests after so many failures in a row; 0 for not at all. */
export function restAfter(pace: Pace, inRow: number): number {
  if (inRow < pace.restAfter) return 0
  return Math.min(pace.rest * 2 ** Math.min(inRow - pace.restAfter, 16), pace.mostRest)
}
