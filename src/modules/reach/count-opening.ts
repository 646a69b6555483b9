import type { Ctx } from '#src/base/ctx.ts'
import { vietnamDay } from '#src/base/vietnam-day.ts'

/**
 * One more opening of a link today. The day's number is all that is kept: no address, no time, no
 * device. So nothing of it is personal data, and nobody has to be asked.
 */
export async function countOpening(
  ctx: Pick<Ctx, 'db' | 'officeId' | 'now'>,
  input: { linkId: string },
): Promise<void> {
  await ctx.db
    .insertInto('reach.link_day')
    .values({
      office_id: ctx.officeId,
      link_id: input.linkId,
      on_date: vietnamDay(ctx.now),
      opened: 1,
    })
    // One statement: twenty phones that scan at the same moment are twenty.
    .onConflict((it) =>
      it
        .columns(['link_id', 'on_date'])
        .doUpdateSet((eb) => ({ opened: eb('reach.link_day.opened', '+', 1) })),
    )
    .execute()
}
