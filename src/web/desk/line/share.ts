import type { LineState, Waiting } from './line-state.ts'

/**
 * The line as counters that cannot hear one another divide it: everybody who waited when the server
 * was last heard belongs to one of the counters where somebody sits, by their place, in turns. So two
 * counters that are cut off at the same moment call different people. Gives the counter's number when
 * that is not mine; null for mine, for who was passed to me and for who got their number here.
 */
export function inOthersShare(state: LineState, it: Waiting): number | null {
  const whose = counterOf(state, it)
  if (whose === null || whose === state.counterId) return null
  return state.counters.find((counter) => counter.id === whose)?.number ?? null
}

function counterOf(state: LineState, it: Waiting): string | null {
  if (it.local) return state.counterId
  if (it.forCounterId !== null) return it.forCounterId
  const sitting = state.counters.filter((counter) => counter.officer !== null)
  const place = state.placesWhenCut?.[it.id]
  if (place === undefined || sitting.length === 0) return state.counterId
  return sitting[place % sitting.length]!.id
}

/** Each person's place in line as the server last told it. */
export function placesOf(state: LineState): Record<string, number> {
  const common = state.waiting.filter((it) => it.forCounterId === null)
  return Object.fromEntries(common.map((it, place) => [it.id, place]))
}
