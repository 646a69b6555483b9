import type { LineWords } from '../../web/desk/line/line-view.ts'
import type { LineState } from '../../web/desk/line/line-state.ts'
import type { SpotCommand } from '../../web/desk/line/on-the-spot.ts'

/** Everybody's number, by who they are. */
export function codesIn(state: LineState): Map<string, string> {
  const served = state.counters.flatMap((it) => it.serving ?? [])
  const all = [...state.waiting, ...state.held, ...state.left, ...served]
  return new Map(all.map((it) => [it.id, it.code]))
}

/** What was done, in a few words. */
export function sayDid(
  said: LineWords,
  command: SpotCommand,
  codes: ReadonlyMap<string, string>,
): string {
  return said.did[command.kind]({ code: codes.get(command.visit) ?? command.visit.slice(0, 8) })
}
