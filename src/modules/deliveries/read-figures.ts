import type { Database } from '#src/base/db.ts'
import type { ChannelKind, DeliveryState } from './channel.ts'

/** How many messages of all offices are in a state on a channel. */
export type DeliveryFigure = {
  channel: ChannelKind
  state: DeliveryState
  messages: number
  /** Seconds since the first in line should have gone out; null where nothing waits that is due. */
  overdue: number | null
}

/** For whoever watches the machine: all that is not settled, and what was settled in the last day. */
export async function readFigures(
  database: Pick<Database, 'pool'>,
  now: Date,
): Promise<DeliveryFigure[]> {
  const { rows } = await database.pool.query<DeliveryFigure>(
    'select * from deliveries.figures($1) order by channel, state',
    [now],
  )
  return rows
}
