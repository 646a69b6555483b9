import type { Ctx } from '#src/base/ctx.ts'
import { keyOf, type OpenableKey } from './key.ts'

/** The key of this officer, or the office's seal for null; null when there is none. */
export async function findKey(ctx: Ctx, holderId: string | null): Promise<OpenableKey | null> {
  const row = await ctx.db
    .selectFrom('signing.key')
    .selectAll()
    .where('office_id', '=', ctx.officeId)
    .where('removed_at', 'is', null)
    .where('holder_id', holderId === null ? 'is' : '=', holderId)
    .executeTakeFirst()
  return row ? keyOf(ctx, row) : null
}
