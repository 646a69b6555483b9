import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { withdraw } from '#src/modules/deliveries/index.ts'
import type { MessageKind } from './message.ts'
import { noticeSubject } from './send-notice.ts'

/**
 * Takes from the list what nobody needs any more: what is past its use and, of one subject or one
 * service day, the kinds that something newer has made untrue. What a channel has not sent yet is
 * withdrawn. Told ones stay as they are.
 */
export async function dropNeedless(
  ctx: Ctx,
  about?: ({ subjectId: string } | { serviceDayId: string }) & { kinds: readonly MessageKind[] },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const dropped = await ctx.db
      .updateTable('notices.message')
      .set({ state: 'no_longer_needed' })
      .where('office_id', '=', ctx.officeId)
      .where('state', 'in', ['to_tell', 'on_its_way'])
      .where((eb) => {
        const late = eb('useful_until', '<=', ctx.now)
        if (!about || about.kinds.length === 0) return late
        const ofSubject = eb.and([
          'subjectId' in about
            ? eb('subject_id', '=', about.subjectId)
            : eb('service_day_id', '=', about.serviceDayId),
          eb('kind', 'in', about.kinds),
        ])
        return eb.or([late, ofSubject])
      })
      .returning(['id', 'channel'])
      .execute()
    for (const { id, channel } of dropped)
      if (channel) await withdraw(ctx, { subject: noticeSubject(id) })
  })
}
