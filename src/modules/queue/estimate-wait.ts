/** About how long, in minutes: at best and at worst, in steps of five. */
export type WaitMinutes = { from: number; to: number }

/** Seconds that serving one person takes: a quarter are quicker than `quick`, a quarter slower than `slow`. */
export type Pace = { quick: number; slow: number }

/**
 * About how long somebody waits who has so many before them, from how long serving takes, how many
 * counters serve (at least one is reckoned with) and how long the people at them have been there.
 * The range is honest: at best everybody before is quick, at worst everybody is slow.
 *
 * More people before never shorten it, more counters never lengthen it.
 */
export function estimateWait(
  pace: Pace,
  { ahead, ...line }: { ahead: number; counters: number; busySeconds: readonly number[] },
): WaitMinutes {
  return estimateWaits(pace, line)(ahead)
}

/** The same for everybody in a line, each place reckoned from the one before it. */
export function estimateWaits(
  pace: Pace,
  line: { counters: number; busySeconds: readonly number[] },
): (ahead: number) => WaitMinutes {
  const step = 5 * 60
  const [quick, slow] = [secondsUntilFree(pace.quick, line), secondsUntilFree(pace.slow, line)]
  return (ahead) => {
    const from = Math.floor(quick(ahead) / step) * 5
    const to = Math.ceil(slow(ahead) / step) * 5
    return { from, to: Math.max(to, from + 5) }
  }
}

/** Each of those before goes to the counter that is free first and takes `service` seconds there. */
function secondsUntilFree(
  service: number,
  line: { counters: number; busySeconds: readonly number[] },
): (ahead: number) => number {
  const counters = Math.max(1, line.counters, line.busySeconds.length)
  const free = Array.from({ length: counters }, (_, i) => {
    const busy = line.busySeconds[i]
    return busy === undefined ? 0 : Math.max(0, service - busy)
  }).sort((a, b) => a - b)
  const known = [free[0]!]
  return (ahead) => {
    while (known.length <= ahead) {
      const next = free.shift()! + service
      const place = free.findIndex((at) => at > next)
      free.splice(place < 0 ? free.length : place, 0, next)
      known.push(free[0]!)
    }
    return known[ahead]!
  }
}

/** The middle half of these seconds; null where there are too few to say anything by. */
export function paceOf(seconds: readonly number[]): Pace | null {
  if (seconds.length < 3) return null
  const sorted = seconds.toSorted((a, b) => a - b)
  return { quick: quantile(sorted, 0.25), slow: quantile(sorted, 0.75) }
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)]!
  const high = sorted[Math.ceil(at)]!
  return low + (high - low) * (at - Math.floor(at))
}
