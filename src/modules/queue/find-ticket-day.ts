import type { Ctx } from '#src/base/ctx.ts'

/** Whose line a ticket stands in, for who only wants to follow it; null for a token that no ticket has. */
export async function findTicketDay(
  ctx: Ctx,
  input: { token: string },
): Promise<{ serviceDayId: string } | null> {
  const visit = await ctx.db
    .selectFrom('queue.visit')
    .select('service_day_id as serviceDayId')
    .where('office_id', '=', ctx.officeId)
    .where('token', '=', input.token)
    .executeTakeFirst()
  return visit ?? null
}
