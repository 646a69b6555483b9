import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { listEntries } from '#src/modules/audit/index.ts'
import { hiredAs, useOffice } from '#test/office.ts'
import { enter, later, password, settled } from '#test/officers.ts'
import { endSession, findSession, listSessions, signIn, signOut } from './index.ts'

const office = useOffice()
let admin: Ctx

beforeAll(async () => {
  admin = await hiredAs(office, 'office_admin')
})

test('a session ends after an hour untouched, and after twelve hours in any case', async () => {
  const { login } = await settled(office)
  const idle = await enter(office, login)
  const busy = await enter(office, login)
  expect(await findSession(later(office, 59), busy.token)).not.toBeNull()
  expect(await findSession(later(office, 60), idle.token)).toBeNull()
  for (let minutes = 110; minutes < 12 * 60; minutes += 50)
    expect(await findSession(later(office, minutes), busy.token)).not.toBeNull()
  expect(await findSession(later(office, 12 * 60), busy.token)).toBeNull()
})

test('a session is touched once a minute, not on every page', async () => {
  const { token, session } = await settled(office)
  const lastSeen = async () => {
    const query = 'select last_seen_at, xmin::text from identity.session where id = $1'
    return (await office.owner.query(query, [session.id])).rows[0]
  }
  const before = await lastSeen()
  await findSession(later(office, 0.9), token)
  expect(await lastSeen()).toEqual(before)
  await findSession(later(office, 1.1), token)
  expect((await lastSeen()).last_seen_at).toEqual(later(office, 1.1).now)
})

test('a token that nobody was given opens nothing', async () => {
  expect(await findSession(office, '')).toBeNull()
  expect(await findSession(office, 'a'.repeat(43))).toBeNull()
})

test('what the database keeps of a token opens nothing', async () => {
  const { session } = await settled(office)
  const { rows } = await office.owner.query(
    `select encode(token_hash, 'hex') as hex, encode(token_hash, 'base64') as base64
       from identity.session where id = $1`,
    [session.id],
  )
  expect(await findSession(office, rows[0].hex)).toBeNull()
  expect(await findSession(office, rows[0].base64)).toBeNull()
})

test('signing out ends this session only', async () => {
  const { login, session, token, id } = await settled(office)
  const elsewhere = await enter(office, login)
  await signOut(office, session)
  expect(await findSession(office, token)).toBeNull()
  expect(await findSession(office, elsewhere.token)).not.toBeNull()
  const [entry] = await listEntries(office, { subjectId: id, limit: 1 })
  expect(entry).toMatchObject({ action: 'identity.signed_out', actor: { officer_id: id } })
})

test('an officer sees where they are signed in, and ends it from afar', async () => {
  const { login, ctx, id } = await settled(office)
  const userAgent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/130 Mobile Safari'
  const phone = await signIn(later(office, 1), { login, password, userAgent })
  const [newest, ...older] = await listSessions(ctx)
  expect(newest).toMatchObject({ device: 'Chrome · Android', lastSeenAt: later(office, 1).now })
  // The first sign-in ended with the one-time password.
  expect(older).toHaveLength(1)

  await endSession(ctx, { sessionId: newest!.id })
  expect(await findSession(later(office, 2), phone.kind === 'in' ? phone.token : '')).toBeNull()
  const again = endSession(ctx, { sessionId: newest!.id })
  await expect(again).rejects.toMatchObject({ code: 'identity.session_not_found' })
  expect((await listEntries(office, { subjectId: id, limit: 1 }))[0]!.action).toBe(
    'identity.session_ended',
  )
})

test("a colleague's sessions are for the administrator only", async () => {
  const [mine, theirs] = [await settled(office), await settled(office)]
  const look = listSessions(mine.ctx, { officerId: theirs.id })
  await expect(look).rejects.toMatchObject({ code: 'identity.not_allowed' })
  const end = endSession(mine.ctx, { sessionId: theirs.session.id })
  await expect(end).rejects.toMatchObject({ code: 'identity.session_not_found' })
  expect(await findSession(office, theirs.token)).not.toBeNull()

  expect(await listSessions(admin, { officerId: theirs.id })).toHaveLength(1)
  await endSession(admin, { sessionId: theirs.session.id })
  expect(await findSession(office, theirs.token)).toBeNull()
})
