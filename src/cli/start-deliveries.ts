import type { Database } from '#src/base/db.ts'
import { log } from '#src/base/log.ts'
import type { Sealer } from '#src/base/sealed.ts'
import { deliverDue } from '#src/modules/deliveries/index.ts'
import { openDrivers } from '#src/outside/messages/open-drivers.ts'

/** Sends what waits in the outboxes of all offices, until it is stopped; waits for what is on its way. */
export function startDeliveries(house: { database: Database; sealer: Sealer }) {
  const stop = new AbortController()
  const world = { ...house, now: () => new Date(), drivers: openDrivers() }
  const working = deliverDue(world, { signal: stop.signal }).catch((error: unknown) =>
    log.error({ err: error }, 'deliveries ended'),
  )
  return {
    stop: async () => {
      stop.abort()
      await working
    },
  }
}
