/** What the server's clock showed, and when that was heard. */
type Anchor = { server: number; elapsed: number }

/**
 * The server's clock while it cannot be asked: what it showed last, and how much time has passed
 * since by a clock that nobody can set. The date of this machine counts for nothing.
 */
export type LineClock = { now: () => number; set: (server: number) => void }

export function startClock(server: number): LineClock {
  let anchor: Anchor = { server, elapsed: performance.now() }
  return {
    now: () => Math.round(anchor.server + performance.now() - anchor.elapsed),
    set: (it) => {
      anchor = { server: it, elapsed: performance.now() }
    },
  }
}
