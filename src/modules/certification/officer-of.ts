import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'

/** Who does it, where a person must answer for it: a job of the system may not. */
export function officerOf(ctx: Pick<Ctx, 'actor'>): string {
  if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return ctx.actor.officerId
}
