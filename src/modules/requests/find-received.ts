import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/** What this command made when it came before; null when it comes for the first time. */
export async function findReceived(
  ctx: Ctx,
  clientKey: string,
): Promise<{ id: string; code: string; slipToken: string } | null> {
  // The same command at the same moment waits here for the first, and then finds what that made;
  // so no number is given out in vain.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.officeId} ${clientKey}`}, 9))`.execute(
    ctx.db,
  )
  const found = await ctx.db
    .selectFrom('requests.request')
    .select(['id', 'code', 'slip_token as slipToken'])
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return found ?? null
}
