import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { RequestsItemState } from '#src/base/database.generated.ts'
import { Refusal } from '#src/base/refusal.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { lockRequest } from './lock-request.ts'
import { optionalText } from './said-text.ts'

/**
 * A paper of the list is here, is still missing, or is not needed; with a note if wished (an empty
 * note takes the old one away). Works until the request has ended, since a supplement brings papers
 * after filing. Refuses a paper that is not on the list.
 */
export async function markItem(
  ctx: Ctx,
  input: { requestId: string; paperId: string; state: RequestsItemState; note?: string },
): Promise<void> {
  requireRight(ctx, 'requests.work')
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    if (request.ended_at) throw new Refusal('requests.has_ended')
    const marked = await ctx.db
      .updateTable('requests.item')
      .set({
        state: input.state,
        ...(input.note === undefined ? {} : { note: optionalText(input.note, 'note') }),
      })
      .where('office_id', '=', ctx.officeId)
      .where('request_id', '=', request.id)
      .where('paper_id', '=', input.paperId)
      .returning('paper_id')
      .executeTakeFirst()
    if (!marked) throw new Refusal('requests.paper_not_listed', { field: 'paperId' })
    const { paperId: paper, state } = input
    await record(ctx, 'requests.item_marked', request.id, { paper, state })
  })
}
