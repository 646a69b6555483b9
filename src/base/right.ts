import type { Ctx, Right } from './ctx.ts'
import { Refusal } from './refusal.ts'

/**
 * Refuses whoever may not do this. A job of the system holds every right; a citizen none. It stands
 * in the base because modules below identity guard their deeds too.
 */
export function requireRight(ctx: Pick<Ctx, 'actor'>, right: Right): void {
  if (ctx.actor.kind === 'system') return
  if (ctx.actor.kind === 'officer' && ctx.actor.rights.includes(right)) return
  throw new Refusal('identity.not_allowed')
}
