import type { Ctx } from '#src/base/ctx.ts'
import type { MessageKind } from './message.ts'

/**
 * Takes from the list what nobody needs any more: what is past its use and, of one subject or one
 * service day, the kinds that something newer has made untrue. Told ones stay as they are.
 */
export async function dropNeedless(
  ctx: Ctx,
  about?: ({ subjectId: string } | { serviceDayId: string }) & { kinds: readonly MessageKind[] },
): Promise<void> {
  await ctx.db
    .updateTable('notices.message')
    .set({ state: 'no_longer_needed' })
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', 'to_tell')
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
    .execute()
}
