import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { RequestRow } from './request.ts'

/** The request, held until the transaction ends. Another office's request is not found. */
export async function lockRequest(ctx: Ctx, requestId: string): Promise<RequestRow> {
  const row = await ctx.db
    .selectFrom('requests.request')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('requests.not_found')
  return row
}

/** Refuses a request that has been filed or withdrawn: its papers and answers stand as they went out. */
export function requireUnfiled(row: RequestRow): void {
  if (row.withdrawn_at) throw new Refusal('requests.has_ended')
  if (row.status !== null) throw new Refusal('requests.filed_already')
}
