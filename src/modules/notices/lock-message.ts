import type { Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { messages } from './message.ts'

/** The message, held until the transaction ends. Refuses another office's. */
export async function lockMessage(ctx: Ctx, messageId: string) {
  const row = await messages(ctx)
    .select(['id', 'state', 'attempts', 'phone_sealed', 'told_by', 'useful_until'])
    .where('id', '=', messageId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('notices.not_found')
  return row
}
