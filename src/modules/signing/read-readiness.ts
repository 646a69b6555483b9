import type { Ctx } from '#src/base/ctx.ts'
import { requireInside } from './officer-in.ts'
import { Found, type Readiness } from './readiness.ts'

const unknown: Readiness = {
  ...{ official: [], seal: null, time: null, warnings: [] },
  ...{ checkedAt: null, canSign: false, canSeal: false },
}

/**
 * Whether signing would work, as it was last looked at: what pages offer. Signing itself looks once
 * more. A time service that is down stops nobody: the file waits for its time.
 */
export async function readReadiness(ctx: Ctx): Promise<Readiness> {
  requireInside(ctx)
  const row = await ctx.db
    .selectFrom('signing.readiness')
    .select(['checked_at as checkedAt', 'found'])
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  if (!row) return unknown
  const found = Found.parse(row.found)
  return {
    ...found,
    checkedAt: row.checkedAt,
    canSign: found.official.some((it) => it.ready),
    canSeal: found.seal?.ready ?? false,
  }
}
