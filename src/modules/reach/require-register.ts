import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'

/** The register is kept by who keeps the office's settings, and used by who announces. */
export function requireRegister(ctx: Pick<Ctx, 'actor'>): void {
  const { actor } = ctx
  if (actor.kind === 'officer' && actor.rights.includes('outreach.write')) return
  requireRight(ctx, 'offices.edit')
}
