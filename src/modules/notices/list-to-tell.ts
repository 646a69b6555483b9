import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { messageColumns, messageOf } from './message-row.ts'
import { messages, type Message } from './message.ts'

const most = 200

/**
 * Whom to tell what, the most urgent first: those who must know soonest, then those asked first. Only what is still useful. At most 200; `total` counts them all.
 */
export async function listToTell(ctx: Ctx): Promise<{ items: Message[]; total: number }> {
  requireRight(ctx, 'queue.run')
  const rows = await messages(ctx)
    .select(messageColumns)
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .where('state', '=', 'to_tell')
    .where((eb) => eb.or([eb('useful_until', 'is', null), eb('useful_until', '>', ctx.now)]))
    .orderBy('tell_by', (ob) => ob.asc().nullsLast())
    .orderBy('attempts')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(most)
    .execute()
  return { items: rows.map((row) => messageOf(ctx, row)), total: rows[0]?.total ?? 0 }
}
