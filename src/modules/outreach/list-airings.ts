import type { Ctx } from '#src/base/ctx.ts'
import { requireOutreach } from './require-outreach.ts'

export type Airing = {
  bulletinId: string
  version: number
  /** Null: over all clusters. */
  hamlet: string | null
  aired: boolean
  at: Date
  reason: string | null
  by: string
}

/** The log of one bulletin or of all, since a moment; the latest first. */
export async function listAirings(
  ctx: Ctx,
  input: { bulletinId?: string; since?: Date },
): Promise<Airing[]> {
  requireOutreach(ctx)
  let query = ctx.db
    .selectFrom('outreach.airing')
    .select(['bulletin_id as bulletinId', 'version', 'hamlet_name as hamlet', 'aired', 'at'])
    .select(['reason', 'logged_by as by'])
    .where('office_id', '=', ctx.officeId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(500)
  if (input.bulletinId !== undefined) query = query.where('bulletin_id', '=', input.bulletinId)
  if (input.since !== undefined) query = query.where('at', '>=', input.since)
  return query.execute()
}
