import type { Ctx } from '#src/base/ctx.ts'

/**
 * What was held and never booked is forgotten, with its phone, a day after it lapsed. Until then its
 * form can still be sent and find its seat free.
 */
export async function forgetHolds(ctx: Ctx): Promise<void> {
  await ctx.db
    .deleteFrom('queue.appointment')
    .where('office_id', '=', ctx.officeId)
    .where('state', '=', 'held')
    .where('held_until', '<', new Date(ctx.now.getTime() - 24 * 3_600_000))
    .execute()
}
