import type { Ctx } from '#src/base/ctx.ts'

/** Since when the authority's clock stands still, and what it asked for. */
export type Stop = { since: Date; because: 'supplement' | 'payment'; askedFor: string }

/** The open stop of the clock; null while it runs. */
export async function readStop(ctx: Ctx, requestId: string): Promise<Stop | null> {
  const row = await ctx.db
    .selectFrom('requests.clock_stop')
    .select(['from_at as since', 'because', 'asked_for as askedFor'])
    .where('office_id', '=', ctx.officeId)
    .where('request_id', '=', requestId)
    .where('to_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}
