import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import type { Statement } from './statement.ts'

/** What is written under an approved copy, to be printed on one that is on paper. */
export async function readPaperStatement(ctx: Ctx, input: { copyId: string }): Promise<Statement> {
  requireRight(ctx, 'requests.read')
  const row = await ctx.db
    .selectFrom('certification.copy')
    .select('statement')
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', input.copyId)
    .executeTakeFirst()
  if (!row) throw new Refusal('certification.copy_not_found')
  if (row.statement === null) throw new Refusal('certification.not_approved')
  // Written by `approveCopies` and never changed.
  return row.statement as Statement
}
