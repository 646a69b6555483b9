import type { Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import type { CopyRow } from './lock-copy.ts'
import { officerOf } from './officer-of.ts'
import { requireText } from './said-text.ts'

/** Ends a copy for a reason; where it has a number, its line of the book is struck and stays readable. */
export async function endCopy(
  ctx: Ctx,
  copy: Pick<CopyRow, 'id' | 'book_id' | 'number'>,
  state: 'returned' | 'annulled' | 'revoked',
  said: string,
): Promise<void> {
  const reason = requireText(said, 'certification.reason_missing', 'reason')
  const by = officerOf(ctx)
  await ctx.db
    .updateTable('certification.copy')
    .set({ state, ended_at: ctx.now, ended_by: by, end_reason: reason })
    .where('office_id', '=', ctx.officeId)
    .where('id', '=', copy.id)
    .execute()
  if (copy.book_id !== null && copy.number !== null && state !== 'returned')
    await ctx.db
      .insertInto('certification.correction')
      .values({
        office_id: ctx.officeId,
        book_id: copy.book_id,
        number: copy.number,
        kind: state,
        reason,
        made_by: by,
        made_at: ctx.now,
      })
      .execute()
  await record(ctx, `certification.${state}`, copy.id)
}
