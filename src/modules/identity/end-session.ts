import { inTransaction, type Ctx } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import { record } from '#src/modules/audit/index.ts'
import { requireSelf } from './officer.ts'

/**
 * Ends a session from afar: one's own on the machine in the hall, or, with the right to manage
 * accounts, anybody's of the office. Any other is as good as none, and refused so.
 */
export async function endSession(ctx: Ctx, input: { sessionId: string }): Promise<void> {
  const self = requireSelf(ctx)
  const mayAll = ctx.actor.kind === 'officer' && ctx.actor.rights.includes('identity.manage')
  return inTransaction(ctx, async (ctx) => {
    const ended = await ctx.db
      .deleteFrom('identity.session')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', input.sessionId)
      .$if(!mayAll, (query) => query.where('officer_id', '=', self))
      .returning('officer_id')
      .executeTakeFirst()
    if (!ended) throw new Refusal('identity.session_not_found')
    await record(ctx, 'identity.session_ended', ended.officer_id)
  })
}
