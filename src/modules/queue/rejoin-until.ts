import type { Rules } from './rules.ts'
import type { LineVisit } from './visit.ts'

/** Until when somebody who missed their turn may take their place again; null when it is over or never was. */
export function mayRejoinUntil(
  rules: Pick<Rules, 'rejoinMinutes'>,
  visit: Pick<LineVisit, 'state' | 'outcome' | 'since'>,
  now: Date,
): Date | null {
  if (visit.state !== 'left' || visit.outcome !== 'absent') return null
  const until = new Date(visit.since.getTime() + rules.rejoinMinutes * 60_000)
  return until >= now ? until : null
}
