import type { Ctx } from '#src/base/ctx.ts'
import { record } from '#src/modules/audit/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { officerOf, type Account } from './officer.ts'
import { rightsOf } from './role.ts'
import { deviceLabel, hashToken, makeToken, sessionHours, type Session } from './session.ts'

/** The door is open: a new token for the cookie. Sessions of the same officer that ended are swept. */
export async function openSession(
  ctx: Ctx,
  input: { account: Account; userAgent: string | undefined },
): Promise<{ token: string; session: Session }> {
  const officer = officerOf(input.account)
  const token = makeToken()
  await ctx.db
    .deleteFrom('identity.session')
    .where('office_id', '=', ctx.officeId)
    .where('officer_id', '=', officer.id)
    .where('expires_at', '<=', ctx.now)
    .execute()
  const opened = await ctx.db
    .insertInto('identity.session')
    .values({
      office_id: ctx.officeId,
      officer_id: officer.id,
      token_hash: hashToken(token),
      device: deviceLabel(input.userAgent),
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + sessionHours * 3_600_000),
    })
    .returning(['id', 'expires_at as expiresAt'])
    .executeTakeFirstOrThrow()
  await record(ctx, 'identity.signed_in', officer.id)
  const office = await getOffice(ctx)
  return {
    token,
    session: { ...opened, office, officer: { ...officer, rights: rightsOf(officer) } },
  }
}
