import type { BoardCall } from '#src/modules/queue/index.ts'

const togetherMs = 30_000
const mostTogether = 4
const mostBefore = 3

/**
 * The calls to show large: the newest, and those of other counters made within half a minute before
 * it, for whom people may still be looking. Then the last three before them. Newest first in both.
 */
export function splitCalls(calls: BoardCall[]): { now: BoardCall[]; before: BoardCall[] } {
  const newest = calls[0]
  if (!newest) return { now: [], before: [] }
  const now: BoardCall[] = []
  for (const call of calls) {
    const soon = newest.at.getTime() - call.at.getTime() <= togetherMs
    const other = now.every((it) => it.counter !== call.counter && it.code !== call.code)
    if (soon && other && now.length < mostTogether) now.push(call)
  }
  const shown = new Set(now.map((it) => it.code))
  const before = calls.filter((it) => !shown.has(it.code)).slice(0, mostBefore)
  return { now, before }
}
