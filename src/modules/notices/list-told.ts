import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { messageColumns, messageOf } from './message-row.ts'
import { messages, type Message } from './message.ts'

const most = 50

/** Who was told or could not be reached since a moment, the newest first. */
export async function listTold(ctx: Ctx, input: { since: Date }): Promise<Message[]> {
  requireRight(ctx, 'queue.run')
  const rows = await messages(ctx)
    .select(messageColumns)
    .where('state', 'in', ['told', 'not_reached'])
    .where('last_attempt_at', '>=', input.since)
    .orderBy('last_attempt_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => messageOf(ctx, row))
}
