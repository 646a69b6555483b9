import type { Ctx } from '#src/base/ctx.ts'
import type { Subject } from './channel.ts'
import { messageOf, messages, type DeliveryMessage } from './message.ts'

const most = 500

/** What was sent about a subject, the newest first; at most 500. */
export async function listMessages(
  ctx: Ctx,
  { subject }: { subject: Subject },
): Promise<DeliveryMessage[]> {
  const rows = await messages(ctx)
    .where('m.subject_kind', '=', subject.kind)
    .where('m.subject_id', '=', subject.id)
    .orderBy('m.id', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => messageOf(ctx, row))
}
