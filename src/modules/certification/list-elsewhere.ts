import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import type { Elsewhere, OtherSigner, OtherSystem } from './elsewhere.ts'

/** Copies of a request that were made on other systems, in the order that they came. */
export async function listElsewhere(ctx: Ctx, input: { requestId: string }): Promise<Elsewhere[]> {
  requireRight(ctx, 'requests.read')
  const rows = await ctx.db
    .selectFrom('certification.elsewhere')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', input.requestId)
    .orderBy('registered_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    requestId: row.request_id,
    paperId: row.paper_id,
    name: row.name,
    // Both were checked when they were written.
    system: row.system as OtherSystem,
    signers: row.signers as OtherSigner[],
    number: row.number,
    book: row.book,
    sha256: row.sha256.toString('hex'),
    bytes: row.bytes,
    registered: { at: row.registered_at, by: row.registered_by },
  }))
}
