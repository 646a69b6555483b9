/** So many copies are signed or sealed by one press: on a slow token about a minute. */
export const mostAtOnce = 30

/** What this press works on, and what stays ticked for the next; each once, in the order it was ticked. */
export function takeSome(ids: readonly string[]): { now: string[]; later: string[] } {
  const each = [...new Set(ids)]
  return { now: each.slice(0, mostAtOnce), later: each.slice(mostAtOnce) }
}
