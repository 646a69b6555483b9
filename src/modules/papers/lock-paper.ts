import type { Selectable } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import type { PapersPaper } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'

/** The paper, held until the transaction ends. Another office's is not found. */
export async function lockPaper(ctx: Ctx, paperId: string): Promise<Selectable<PapersPaper>> {
  const row = await ctx.db
    .selectFrom('papers.paper')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', paperId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('papers.not_found')
  if (row.erased_at) throw new Refusal('papers.erased')
  return row
}

/** What was held beside the original is not changed afterwards. */
export function requireUnverified(row: Pick<Selectable<PapersPaper>, 'verified_at'>): void {
  if (row.verified_at) throw new Refusal('papers.verified_already')
}
