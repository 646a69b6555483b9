import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'

/**
 * Forgets the sessions of the office that have run out. Nothing is recorded: nobody did anything,
 * and none of them opened a door any more.
 *
 * @returns how many
 */
export async function forgetEndedSessions(ctx: Ctx): Promise<number> {
  requireRight(ctx, 'identity.manage')
  const gone = await ctx.db
    .deleteFrom('identity.session')
    .where('office_id', '=', ctx.officeId)
    .where('expires_at', '<', ctx.now)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
