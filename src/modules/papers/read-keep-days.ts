import type { Ctx } from '#src/base/ctx.ts'
import { usualKeepDays } from './keeping.ts'

/** For how many days after the authority received the dossier this office keeps its pictures. */
export async function readKeepDays(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<number> {
  const row = await ctx.db
    .selectFrom('papers.keeping')
    .select('days')
    .where('office_id', '=', ctx.officeId)
    .executeTakeFirst()
  return row?.days ?? usualKeepDays
}
