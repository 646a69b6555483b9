import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/**
 * The appointment that this command made when it came before; null when it comes for the first time.
 * The same command at the same moment waits here for the first.
 */
export async function findMade(ctx: Ctx, clientKey: string): Promise<string | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.officeId} ${clientKey}`}, 12))`.execute(
    ctx.db,
  )
  const made = await ctx.db
    .selectFrom('queue.appointment')
    .select('id')
    .where('office_id', '=', ctx.officeId)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return made?.id ?? null
}
