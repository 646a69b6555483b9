/**
 * While the clock stands still because the office waits for papers or for a payment. `to` is the
 * moment when they came; null while they are still awaited.
 */
export type Pause = { from: Date; to: Date | null }

/** The pauses after `since`, in order, with those that touch or overlap made one. */
export function mergePauses(pauses: readonly Pause[], since: Date): Pause[] {
  const merged: Pause[] = []
  for (const { from, to } of [...pauses].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (to !== null && to < from) throw new RangeError('a pause ends before it begins')
    if (to !== null && to <= since) continue
    const last = merged.at(-1)
    if (last && (last.to === null || from <= last.to))
      last.to = last.to === null || to === null ? null : new Date(Math.max(+last.to, +to))
    else merged.push({ from: from < since ? since : from, to })
  }
  return merged
}
