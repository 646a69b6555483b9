import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import type { Subject } from './channel.ts'

/**
 * What was to be said of this subject is no longer needed: whatever has not gone out stays here.
 * `tooLate` counts those that have gone or are on their way.
 */
export async function withdraw(
  ctx: Ctx,
  { subject }: { subject: Subject },
): Promise<{ withdrawn: number; tooLate: number }> {
  return inTransaction(ctx, async (ctx) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable('deliveries.message')
      .set({ state: 'withdrawn', why: 'withdrawn', settled_at: ctx.now })
      .where('office_id', '=', ctx.officeId)
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .where((eb) =>
        eb.or([
          eb('state', '=', 'waiting'),
          // Held because it may have arrived: a person still looks after it.
          eb.and([eb('state', '=', 'held'), eb('pinned_since', 'is', null)]),
        ]),
      )
      .executeTakeFirstOrThrow()
    const { tooLate } = await ctx.db
      .selectFrom('deliveries.message')
      .select((eb) => eb.fn.countAll<number>().as('tooLate'))
      .where('office_id', '=', ctx.officeId)
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .where('state', 'in', ['sending', 'accepted', 'delivered', 'held'])
      .executeTakeFirstOrThrow()
    return { withdrawn: Number(numUpdatedRows), tooLate }
  })
}
