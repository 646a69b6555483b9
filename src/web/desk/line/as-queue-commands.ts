import type { OnTheSpotCommand } from '#src/modules/queue/index.ts'
import type { Sent } from './on-the-spot.ts'

/**
 * What the page did on the spot, as the line takes it. A call with which somebody else's matter was
 * finished is two things: should the call come to nothing, that person was served all the same.
 */
export function asQueueCommands({ command, agoMs }: Sent): OnTheSpotCommand[] {
  const { key: clientKey, counterId, visit } = command
  const on = { clientKey, agoMs, counterId, visit }
  switch (command.kind) {
    case 'ticket': {
      const { number, name, priority, procedures: procedureCodes } = command
      const series = visit.slice(0, 1)
      return [{ clientKey, agoMs, kind: 'ticket', series, number, name, priority, procedureCodes }]
    }
    case 'call': {
      const call = { ...on, kind: 'call', finishCurrent: true } as const
      if (command.finishes === null) return [call]
      const before = { ...on, clientKey: `${clientKey}-before`, visit: command.finishes }
      return [{ ...before, kind: 'finish' }, call]
    }
    case 'pass':
      return [{ ...on, kind: 'pass', toCounterId: command.toCounterId }]
    case 'away':
      return [{ ...on, kind: 'away', reason: command.reason }]
    default:
      return [{ ...on, kind: command.kind }]
  }
}
