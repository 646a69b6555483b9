import type { Pace } from './pace.ts'

/** Share of the time limit that a driver gets to end by itself when it is told to. */
const grace = 0.5

/**
 * What a driver answers, which it is told to end after the time limit; null when it does not even end
 * then, so that no driver keeps a lane for ever.
 */
export async function withinTime<T>(
  { timeout }: Pace,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const given = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeout * (1 + grace) * 1000)
  })
  try {
    return await Promise.race([ask(AbortSignal.timeout(timeout * 1000)), given])
  } finally {
    clearTimeout(timer)
  }
}
