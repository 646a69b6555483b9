import type { Actor, Ctx } from './ctx.ts'
import type { Database } from './db.ts'
import type { Sealer } from './sealed.ts'

/**
 * What a deed knows before it is known which office it is for: at sign-in, when a session is looked
 * up by its token, when an office is opened.
 */
export type World = { database: Database; sealer: Sealer; now: Date }

/** From the world into one office: every query from here on sees the rows of this office only. */
export function enterOffice(world: World, officeId: string, actor: Actor): Ctx {
  return {
    db: world.database.forOffice(officeId),
    officeId,
    actor,
    now: world.now,
    sealer: world.sealer,
  }
}
