import { inTransaction } from '#src/base/ctx.ts'
import type { World } from '#src/base/world.ts'
import { record } from '#src/modules/audit/index.ts'
import { sessionCtx, type Session } from './session.ts'

/** The officer goes: the token of this session opens nothing any more. */
export async function signOut(world: World, session: Session): Promise<void> {
  return inTransaction(sessionCtx(world, session), async (ctx) => {
    await ctx.db
      .deleteFrom('identity.session')
      .where('office_id', '=', ctx.officeId)
      .where('id', '=', session.id)
      .execute()
    await record(ctx, 'identity.signed_out', session.officer.id)
  })
}
