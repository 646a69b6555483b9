import type { Line } from '#src/modules/queue/index.ts'
import type { LastDeed } from './line-state.ts'

/** What the undo of this counter would take back; null when there is nothing. */
export function lastDeedOf(line: Line, counterId: string | null): LastDeed | null {
  if (counterId === null) return null
  const last = line.lastCommands.find(
    (it) =>
      it.counterId === counterId &&
      it.superseded === null &&
      !it.undone &&
      it.kind !== 'undo' &&
      it.kind !== 'ticket' &&
      it.kind !== 'check_in',
  )
  return last ? { kind: last.kind, code: last.code, at: last.at.getTime() } : null
}
