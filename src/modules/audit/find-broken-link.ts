import { sql } from 'kysely'
import type { Ctx } from '#src/base/ctx.ts'

/**
 * Walks the whole trail of the office and recomputes every link. Null when it is whole; else the
 * number of the first entry that was changed, removed, put in, or cut off at the end.
 */
export async function findBrokenLink(ctx: Pick<Ctx, 'db' | 'officeId'>): Promise<number | null> {
  const { rows } = await sql<{ number: number | null }>`
    select audit.first_broken_link(${ctx.officeId}) as number`.execute(ctx.db)
  return rows[0]?.number ?? null
}
