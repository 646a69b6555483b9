import type { LineState } from '../../web/desk/line/line-state.ts'
import type { LocalRefusal, SpotCommand } from '../../web/desk/line/on-the-spot.ts'
import { inOthersShare } from '../../web/desk/line/share.ts'
import type { Pressed } from './pressed.ts'

type Given = {
  key: string
  at: number
  /** The next number of this machine's own letter; null while it has none. */
  takeNumber: () => { number: number; code: string } | null
}

/**
 * What a pressed button means while the page is cut off: the command with everything that the server
 * would have chosen. Next is the first of my own share, so that counters which cannot hear one another
 * do not call the same person.
 */
export function doOnTheSpot(
  state: LineState,
  { deed, fields }: Pressed,
  { key, at, takeNumber }: Given,
): SpotCommand | LocalRefusal {
  const { counterId } = state
  if (counterId === null) return 'only_joined'
  const finishes = state.counters.find((it) => it.id === counterId)?.serving?.id ?? null
  const about = { key, at, counterId, visit: fields['visit'] ?? '' }
  switch (deed) {
    case 'next': {
      const visit = firstOfMine(state)
      if (visit === null) return state.waiting.length > 0 ? 'share_is_empty' : 'nobody_waits'
      return { ...about, kind: 'call', visit, finishes }
    }
    case 'call':
      return { ...about, kind: 'call', finishes }
    case 'again':
    case 'start':
    case 'finish':
    case 'absent':
    case 'hold':
    case 'resume':
    case 'rejoin':
      return { ...about, kind: deed }
    case 'pass':
      return { ...about, kind: 'pass', toCounterId: fields['toCounter'] ?? '' }
    case 'away':
      return { ...about, kind: 'away', reason: fields['reason'] ?? '' }
    case 'ticket': {
      const given = takeNumber()
      if (!given) return 'no_series'
      return {
        ...{ ...about, kind: 'ticket', visit: given.code, number: given.number },
        name: fields['name'] || null,
        procedures: fields['procedure'] ? [fields['procedure']] : [],
        priority: priorityOf(state, fields),
      }
    }
    case 'sit':
    case 'stand':
    case 'check_in':
    case 'priority':
    case 'undo':
      return 'only_joined'
  }
}

function firstOfMine(state: LineState): string | null {
  const first = state.waiting.find((it) => inOthersShare(state, it) === null)
  return first?.id ?? null
}

function priorityOf(state: LineState, fields: Record<string, string>) {
  return state.rules.priorities.find((it) => it === fields['priority']) ?? null
}
