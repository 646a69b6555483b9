import type { Ctx } from '#src/base/ctx.ts'

/** Who acts, as a row names them; null when the house does it by itself. */
export function officerIn(ctx: Pick<Ctx, 'actor'>): string | null {
  return ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
}
