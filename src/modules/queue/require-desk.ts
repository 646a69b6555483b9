import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'

/** The officer who runs the line. Refuses citizens, officers without the right, and jobs: a call has a name. */
export function requireDesk(ctx: Pick<Ctx, 'actor'>): string {
  requireRight(ctx, 'queue.run')
  if (ctx.actor.kind !== 'officer') throw new Refusal('identity.not_allowed')
  return ctx.actor.officerId
}
