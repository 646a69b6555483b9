import type { Ctx } from '#src/base/ctx.ts'
import type { RequestsVneidState } from '#src/base/database.generated.ts'
import type { VneidBlock, VneidStep } from './vneid.ts'

export type VneidHelp = {
  step: VneidStep
  state: RequestsVneidState
  reason: VneidBlock | null
  at: Date
}

/** How far the person came with VNeID, in the order of the steps. */
export async function readVneidHelp(ctx: Ctx, requestId: string): Promise<VneidHelp[]> {
  const rows = await ctx.db
    .selectFrom('requests.vneid_help')
    .select(['step', 'state', 'block_reason', 'at'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .orderBy('step')
    .execute()
  return rows.map((row) => ({
    step: row.step,
    state: row.state,
    reason: row.block_reason as VneidBlock | null,
    at: row.at,
  }))
}
