import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'

/** Who writes bulletins and who approves them both read all of them. */
export function requireOutreach(ctx: Ctx): void {
  const approves = ctx.actor.kind === 'officer' && ctx.actor.rights.includes('outreach.approve')
  requireRight(ctx, approves ? 'outreach.approve' : 'outreach.write')
}

/** Who did it; null when the house did it by itself. */
export function authorOf(ctx: Ctx): string | null {
  return ctx.actor.kind === 'officer' ? ctx.actor.officerId : null
}

/** The same where only a person may do it. */
export function requireAuthor(ctx: Ctx): string {
  const author = authorOf(ctx)
  if (author === null) throw new Refusal('identity.not_allowed')
  return author
}
