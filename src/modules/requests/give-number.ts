import type { Ctx } from '#src/base/ctx.ts'

/**
 * The next number of a month: 1, 2, 3 … without a gap, since the counter is raised in the same
 * transaction that stores the request.
 */
export async function giveNumber(ctx: Ctx, month: string): Promise<number> {
  // One statement both locks the counter and raises it, so two desks never get the same number.
  const { last_number } = await ctx.db
    .insertInto('requests.month_counter')
    .values({ office_id: ctx.officeId, month, last_number: 1 })
    .onConflict((oc) =>
      oc.columns(['office_id', 'month']).doUpdateSet((eb) => ({
        last_number: eb('requests.month_counter.last_number', '+', 1),
      })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}
