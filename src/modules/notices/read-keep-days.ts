import type { Ctx } from '#src/base/ctx.ts'
import { usualKeepDays } from './keeping.ts'

/** For how many days after its own day this office keeps the names and phones of who came or booked. */
export async function readKeepDays(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<number> {
  const row = await ctx.db
    .selectFrom('notices.keeping')
    .select('days')
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  return row?.days ?? usualKeepDays
}
