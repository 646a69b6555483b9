import type { OnTheSpotCommand } from '#src/modules/queue/index.ts'
import type { Sent } from './on-the-spot.ts'

/** What the page did on the spot, as the line takes it. */
export function asQueueCommand({ command, agoMs }: Sent): OnTheSpotCommand {
  const { key: clientKey, counterId, visit } = command
  const on = { clientKey, agoMs, counterId, visit }
  switch (command.kind) {
    case 'ticket': {
      const { number, name, priority } = command
      const series = visit.slice(0, 1)
      const procedureCodes = command.procedures
      return {
        ...{ clientKey, agoMs, kind: 'ticket', series, number },
        name,
        priority,
        procedureCodes,
      }
    }
    case 'call':
      return { ...on, kind: 'call', finishCurrent: command.finishCurrent }
    case 'pass':
      return { ...on, kind: 'pass', toCounterId: command.toCounterId }
    case 'away':
      return { ...on, kind: 'away', reason: command.reason }
    default:
      return { ...on, kind: command.kind }
  }
}
