import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'

/** The picture of reach is for who announces, who approves, and who reads the reports. */
export function requirePicture(ctx: Pick<Ctx, 'actor'>): void {
  const { actor } = ctx
  const may = ['outreach.write', 'outreach.approve'] as const
  if (actor.kind === 'officer' && may.some((right) => actor.rights.includes(right))) return
  requireRight(ctx, 'reports.read')
}
