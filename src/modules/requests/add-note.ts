import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { tell } from './event.ts'
import { lockRequest } from './lock-request.ts'
import { requireText } from './said-text.ts'

/** The officer writes something down for colleagues; people who follow the request do not see it. */
export async function addNote(ctx: Ctx, input: { requestId: string; note: string }): Promise<void> {
  requireRight(ctx, 'requests.work')
  const note = requireText(input.note, 'requests.note_missing', 'note')
  return inTransaction(ctx, async (ctx) => {
    const request = await lockRequest(ctx, input.requestId)
    await tell(ctx, request.id, 'note', { note })
  })
}
