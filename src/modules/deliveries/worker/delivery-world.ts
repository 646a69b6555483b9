import type { Ctx } from '#src/base/ctx.ts'
import type { Database } from '#src/base/db.ts'
import type { Sealer } from '#src/base/sealed.ts'
import { enterOffice } from '#src/base/world.ts'
import type { Driver, Drivers } from '#src/outside/messages/driver.ts'
import type { Pace } from './pace.ts'

/** What the worker knows: no office yet, the clock, and who speaks to the channels. */
export type DeliveryWorld = {
  database: Database
  sealer: Sealer
  now: () => Date
  drivers: Drivers
  pace: Pace
}

export function enter(world: DeliveryWorld, officeId: string): Ctx {
  const { database, sealer } = world
  const actor = { kind: 'system', job: 'deliveries' } as const
  return enterOffice({ database, sealer, now: world.now() }, officeId, actor)
}

export function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

/** For how long the service recognises a message that it may have had already; 0 when it does not. */
export function repeatsForHours(driver: Driver | undefined): number {
  return driver?.repeats ? (driver.repeatsForHours ?? 20) : 0
}
