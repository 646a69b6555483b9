import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/** What this command made when it came before; undefined when it comes for the first time. */
export async function findAsked(
  ctx: Ctx,
  clientKey: string,
): Promise<{ copyId: string; feeVnd: number } | undefined> {
  // The same command at the same moment waits here for the first, and then finds what that made.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.officeId} ${clientKey}`}, 20))`.execute(
    ctx.db,
  )
  return ctx.db
    .selectFrom('certification.copy')
    .select(['id as copyId', 'fee_vnd as feeVnd'])
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
}
