import type { Ctx } from '#src/base/ctx.ts'

/** The row of a service day that numbers and sittings hang on, made at first use. */
export async function makeDay(ctx: Ctx, serviceDayId: string): Promise<void> {
  await ctx.db
    .insertInto('queue.day')
    .values({ office_id: ctx.officeId, service_day_id: serviceDayId })
    .onConflict((oc) => oc.doNothing())
    .execute()
}
