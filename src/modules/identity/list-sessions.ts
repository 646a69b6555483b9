import type { Ctx } from '#src/base/ctx.ts'
import { requireRight } from '#src/base/right.ts'
import { requireSelf } from './officer.ts'
import { idleMinutes } from './session.ts'

export type OpenSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date }

/**
 * Where an officer is signed in now, the latest used first. One's own; anybody else's takes the
 * right to manage accounts.
 */
export async function listSessions(
  ctx: Ctx,
  input: { officerId?: string } = {},
): Promise<OpenSession[]> {
  const self = requireSelf(ctx)
  const officerId = input.officerId ?? self
  if (officerId !== self) requireRight(ctx, 'identity.manage')
  return ctx.db
    .selectFrom('identity.session')
    .select(['id', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('office_id', '=', ctx.officeId)
    .where('officer_id', '=', officerId)
    .where('expires_at', '>', ctx.now)
    .where('last_seen_at', '>', new Date(ctx.now.getTime() - idleMinutes * 60_000))
    .orderBy('last_seen_at', 'desc')
    .execute()
}
