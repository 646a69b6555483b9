import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'

/** Who acts, as a row names them; null when the house does it by itself. */
export function officerIn(ctx: Pick<Ctx, 'actor'>): string | null {
  return ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
}

/** Whose keys there are and what they lack is for whoever works here, in any role. */
export function requireInside(ctx: Pick<Ctx, 'actor'>): void {
  if (ctx.actor.kind === 'citizen') throw new Refusal('identity.not_allowed')
}
