import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { record } from '#src/modules/audit/index.ts'
import { messages } from './message.ts'

/**
 * The whole phones of people who are still to be told, so that an officer can ring them up. Each stands
 * in the trail with who asked. Messages that are no longer to be told, and another office's, show none.
 *
 * @returns the phone of each message, as dialled
 */
export async function revealPhones(
  ctx: Ctx,
  input: { messageIds: readonly string[] },
): Promise<Map<string, string>> {
  requireRight(ctx, 'queue.run')
  if (input.messageIds.length === 0) return new Map()
  return inTransaction(ctx, async (ctx) => {
    const rows = await messages(ctx)
      .select(['id', 'phone_sealed'])
      .where('id', 'in', input.messageIds)
      .where('state', '=', 'to_tell')
      .where('phone_sealed', 'is not', null)
      .orderBy('id')
      .execute()
    for (const { id } of rows) await record(ctx, 'notices.phone_revealed', id)
    return new Map(rows.map((row) => [row.id, ctx.sealer.open(row.phone_sealed!)]))
  })
}
