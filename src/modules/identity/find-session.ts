import { enterOffice, type World } from '#src/base/world.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { rightsOf, type Role } from './role.ts'
import { hashToken, idleMinutes, type Session } from './session.ts'

type Row = {
  id: string
  office_id: string
  last_seen_at: Date
  expires_at: Date
  officer_id: string
  login: string
  full_name: string
  title: string
  role: Role
  must_change_password: boolean
  totp_on: boolean
}

/**
 * Whose session this token opens, for every page that an officer asks for. Null when there is none,
 * when it is over (12 hours, or an hour untouched), or when they no longer work here. Rights are
 * those of this moment: a role that was changed counts from the next page.
 */
export async function findSession(world: World, token: string): Promise<Session | null> {
  // The function looks across offices by itself, so any connection will do: whichever office it
  // was last bound to stays bound, and every page is spared two round trips.
  const { rows } = await world.database.pool.query<Row>(
    'select * from identity.session_by_token($1)',
    [hashToken(token)],
  )
  const row = rows[0]
  if (!row || row.expires_at <= world.now || minutesSince(row.last_seen_at, world) >= idleMinutes)
    return null
  const { db } = enterOffice(world, row.office_id, { kind: 'system', job: 'find_session' })
  if (minutesSince(row.last_seen_at, world) >= 1)
    await db
      .updateTable('identity.session')
      .set({ last_seen_at: world.now })
      .where('office_id', '=', row.office_id)
      .where('id', '=', row.id)
      .execute()
  const officer = {
    id: row.officer_id,
    login: row.login,
    fullName: row.full_name,
    title: row.title,
    role: row.role,
    active: true,
    mustChangePassword: row.must_change_password,
    totpOn: row.totp_on,
  }
  return {
    id: row.id,
    expiresAt: row.expires_at,
    office: await getOffice({ db, officeId: row.office_id }),
    officer: { ...officer, rights: rightsOf(officer) },
  }
}

function minutesSince(then: Date, world: World): number {
  return (world.now.getTime() - then.getTime()) / 60_000
}
