import type { Gone, LineCounter, LineState, Served, Visitor, Waiting } from './line-state.ts'
import type { LocalRefusal, SpotCommand } from './on-the-spot.ts'

type Projected = LineState | LocalRefusal

/**
 * The line after one command, by the rules that the server follows: what an open page shows while it
 * is cut off. Undisturbed, it is what the server says once the commands are joined. Changes nothing
 * that it is given; answers with a name when the command cannot be done from there.
 */
export function project(state: LineState, command: SpotCommand): Projected {
  const next = apply(state, command)
  if (typeof next === 'string') return next
  // A number that was handed out stays handed out.
  if (command.kind === 'ticket') return next
  const code = find(next, command.visit)?.code ?? null
  return { ...next, last: { kind: command.kind, code, at: command.at } }
}

function apply(state: LineState, command: SpotCommand): Projected {
  switch (command.kind) {
    case 'ticket':
      return giveTicket(state, command)
    case 'call':
      return call(state, command)
    case 'again':
      return atCounter(state, command, ['called'], (it) => ({ ...it, calls: it.calls + 1 }))
    case 'start':
      return atCounter(state, command, ['called'], (it) => ({
        ...it,
        state: 'serving',
        since: command.at,
        calls: 0,
      }))
    case 'finish':
      return leave(state, command, 'served', null)
    case 'away':
      return leave(state, command, 'sent_elsewhere', command.reason)
    case 'absent':
      return miss(state, command)
    case 'hold':
      return hold(state, command)
    case 'resume':
      return resume(state, command)
    case 'pass':
      return pass(state, command)
    case 'rejoin':
      return rejoin(state, command)
  }
}

type Of<K extends SpotCommand['kind']> = Extract<SpotCommand, { kind: K }>

function giveTicket(state: LineState, command: Of<'ticket'>): Projected {
  const { name, procedures, priority, at } = command
  const visitor: Visitor = {
    ...{ id: command.visit, code: command.visit, name, procedures, priority },
    ...{ bookedAt: null, note: null, takenAt: at, missed: 0, local: true, forCounterId: null },
    turn: turnOf(state, priority, at, command.number),
  }
  return enter(state, { ...visitor, since: at })
}

/** As `turnMoment` of queue: the number of the ticket keeps those of one moment apart. */
function turnOf(
  state: LineState,
  priority: Visitor['priority'],
  at: number,
  number: number,
): number {
  const first = priority !== null && state.rules.priorities.includes(priority)
  const ms = first ? at - state.rules.priorityHeadStartMinutes * 60_000 : at
  return ms * 1000 + number * 10
}

function call(state: LineState, command: Of<'call'>): Projected {
  const mine = counterOf(state, command)
  const visitor =
    state.waiting.find((it) => it.id === command.visit) ??
    state.held.find((it) => it.id === command.visit)
  if (!mine || !visitor) return 'not_there'
  if (mine.serving && mine.serving.id !== command.finishes) return 'counter_is_busy'
  const free = mine.serving ? gone(state, mine.serving, command.at, 'served', null) : state
  return seat(remove(free, visitor.id), command, {
    ...person(visitor),
    ...{ state: 'called', since: command.at, calls: 1, requests: [] },
  })
}

function leave(
  state: LineState,
  command: SpotCommand,
  how: Gone['how'],
  reason: string | null,
): Projected {
  const visitor = find(state, command.visit)
  if (!visitor || state.left.some((it) => it.id === visitor.id)) return 'not_there'
  if (how === 'served' && !isServed(state, visitor.id)) return 'not_there'
  return gone(remove(state, visitor.id), visitor, command.at, how, reason)
}

/** Called and not there: put back behind so many others, or gone after so many calls. */
function miss(state: LineState, command: SpotCommand): Projected {
  const served = servedHere(state, command, ['called'])
  if (!served) return 'not_there'
  const missed = served.missed + 1
  const visitor = { ...person(served), missed }
  const without = remove(state, served.id)
  if (missed >= state.rules.missedCalls) return gone(without, visitor, command.at, 'absent', null)
  return enter(without, {
    ...{ ...visitor, turn: turnBehind(without, served.turn) },
    since: command.at,
  })
}

function turnBehind(state: LineState, turn: number): number {
  const behind = state.waiting.filter((it) => it.turn > turn)
  const last = behind[state.rules.putBackPlaces - 1] ?? behind.at(-1)
  return last ? last.turn + 1 : turn
}

function hold(state: LineState, command: SpotCommand): Projected {
  const served = servedHere(state, command, ['called', 'serving'])
  if (!served) return 'not_there'
  const held = { ...person(served), since: command.at, counterId: command.counterId }
  const without = remove(state, served.id)
  return { ...without, held: sort([...without.held, held]) }
}

function resume(state: LineState, command: SpotCommand): Projected {
  const held = state.held.find((it) => it.id === command.visit)
  const mine = counterOf(state, command)
  if (!held || !mine) return 'not_there'
  if (mine.serving) return 'counter_is_busy'
  return seat(remove(state, held.id), command, {
    ...person(held),
    ...{ state: 'serving', since: command.at, calls: 0, requests: [] },
  })
}

function pass(state: LineState, command: Of<'pass'>): Projected {
  const visitor = find(state, command.visit)
  if (!visitor || state.left.some((it) => it.id === visitor.id)) return 'not_there'
  return enter(remove(state, visitor.id), {
    ...person(visitor),
    ...{ since: command.at, forCounterId: command.toCounterId },
  })
}

function rejoin(state: LineState, command: SpotCommand): Projected {
  const left = state.left.find((it) => it.id === command.visit)
  if (!left || left.rejoinUntil === null) return 'not_there'
  if (left.rejoinUntil < command.at) return 'too_late'
  return enter(remove(state, left.id), {
    ...person(left),
    since: command.at,
  })
}

/** Who is called or served at the counter of the command, in one of these states. */
function servedHere(
  state: LineState,
  command: SpotCommand,
  states: Served['state'][],
): Served | null {
  const serving = counterOf(state, command)?.serving
  return serving && serving.id === command.visit && states.includes(serving.state) ? serving : null
}

function atCounter(
  state: LineState,
  command: SpotCommand,
  states: Served['state'][],
  change: (it: Served) => Served,
): Projected {
  const served = servedHere(state, command, states)
  return served ? seat(state, command, change(served)) : 'not_there'
}

function seat(state: LineState, command: SpotCommand, serving: Served): LineState {
  return {
    ...state,
    counters: state.counters.map((it) => (it.id === command.counterId ? { ...it, serving } : it)),
  }
}

function counterOf(state: LineState, command: SpotCommand): LineCounter | undefined {
  return state.counters.find((it) => it.id === command.counterId)
}

function isServed(state: LineState, id: string): boolean {
  return state.counters.some((it) => it.serving?.id === id)
}

function find(state: LineState, id: string): Visitor | undefined {
  const served = state.counters.flatMap((it) => it.serving ?? [])
  return [...state.waiting, ...served, ...state.held, ...state.left].find((it) => it.id === id)
}

/** Taken from wherever they stand. */
function remove(state: LineState, id: string): LineState {
  return {
    ...state,
    waiting: state.waiting.filter((it) => it.id !== id),
    held: state.held.filter((it) => it.id !== id),
    left: state.left.filter((it) => it.id !== id),
    counters: state.counters.map((it) => (it.serving?.id === id ? { ...it, serving: null } : it)),
  }
}

function enter(state: LineState, waiting: Waiting): LineState {
  return { ...state, waiting: sort([...state.waiting, waiting]) }
}

function gone(
  state: LineState,
  visitor: Visitor,
  at: number,
  how: Gone['how'],
  reason: string | null,
): LineState {
  const rejoinUntil = how === 'absent' ? at + state.rules.rejoinMinutes * 60_000 : null
  const left = { ...person(visitor), since: at, how, reason, rejoinUntil }
  return { ...state, left: [left, ...state.left] }
}

/** Only what belongs to the person, without where they stood. */
function person(it: Visitor): Visitor {
  const { id, code, name, procedures, priority, bookedAt, note, takenAt } = it
  const { turn, missed, forCounterId, local } = it
  const known = {
    ...{ id, code, name, procedures, priority, bookedAt, note, takenAt },
    ...{ turn, missed, forCounterId },
  }
  return local ? { ...known, local } : known
}

function sort<T extends Visitor>(all: T[]): T[] {
  return [...all].sort((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1))
}
