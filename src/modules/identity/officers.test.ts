import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { findBrokenLink, listEntries } from '#src/modules/audit/index.ts'
import { hiredAs, otherOffice, useOffice } from '#test/office.ts'
import { newcomer, password, settled } from '#test/officers.ts'
import {
  changeOfficer,
  endSession,
  findSession,
  hireOfficer,
  listColleagues,
  listOfficers,
  listSessions,
  readOfficerNames,
  resetPassword,
  roles,
  turnOffTotpOf,
} from './index.ts'

const office = useOffice()
let admin: Ctx

beforeAll(async () => {
  admin = await hiredAs(office, 'office_admin')
})

test('a login name is one in the whole house, and plain', async () => {
  const neighbour = await otherOffice(office)
  const there: Ctx = { ...neighbour, actor: { kind: 'system', job: 'test' } }
  const { login } = await newcomer(office)
  const officer = { fullName: 'Lê Thị Thử', title: '', role: 'officer' as const }
  const taken = { code: 'identity.login_taken', field: 'login' }
  await expect(hireOfficer(there, { login, ...officer })).rejects.toMatchObject(taken)
  for (const odd of ['ab', 'Hằng', 'hai tu', '-gach', 'a'.repeat(65)])
    await expect(hireOfficer(admin, { login: odd, ...officer })).rejects.toMatchObject({
      code: 'identity.login_malformed',
    })
  const nameless = hireOfficer(admin, { login: 'khong-ten', ...officer, fullName: ' ' })
  await expect(nameless).rejects.toMatchObject({ code: 'identity.name_missing' })
})

test('a new role counts from the next page, and the trail tells both', async () => {
  const { id, token } = await settled(office, 'officer')
  await changeOfficer(admin, { officerId: id, changes: { role: 'announcer' } })
  const session = await findSession(office, token)
  expect(session!.officer).toMatchObject({ role: 'announcer' })
  expect(session!.officer.rights).not.toContain('requests.read')
  const [entry] = await listEntries(office, { subjectId: id, limit: 1 })
  expect(entry).toMatchObject({
    action: 'identity.officer_changed',
    detail: { role: { before: 'officer', after: 'announcer' } },
  })
})

test('who leaves is signed out at once; what they did keeps their name', async () => {
  const { id, token } = await settled(office)
  await changeOfficer(admin, { officerId: id, changes: { active: false } })
  expect(await findSession(office, token)).toBeNull()
  expect((await listColleagues(office)).map((it) => it.id)).not.toContain(id)
  expect((await readOfficerNames(office, [id, id])).get(id)?.fullName).toBe('Trần Thị Thử')
  const listed = (await listOfficers(admin)).find((it) => it.id === id)
  expect(listed).toMatchObject({ active: false, title: 'Tư pháp' })

  await changeOfficer(admin, { officerId: id, changes: { active: true } })
  // Back at work, they sign in again: the session of before stays ended.
  expect(await findSession(office, token)).toBeNull()
})

test('twenty administrators who let each other go at the same moment leave one', async () => {
  const there = await otherOffice(office)
  const boss: Ctx = { ...there, actor: { kind: 'system', job: 'test' } }
  const admins = await Promise.all(Array.from({ length: 20 }, () => hiredAs(there, 'office_admin')))
  const idOf = ({ actor }: Ctx) => (actor.kind === 'officer' ? actor.officerId : '')
  const done = await Promise.allSettled(
    admins.map((ctx, i) =>
      changeOfficer(ctx, {
        officerId: idOf(admins[(i + 1) % 20]!),
        changes: i % 2 ? { active: false } : { role: 'officer' },
      }),
    ),
  )
  expect(done.filter((it) => it.status === 'rejected')).toMatchObject([
    { reason: { code: 'identity.last_admin' } },
  ])
  const left = (await listOfficers(boss)).filter((it) => it.active && it.role === 'office_admin')
  expect(left).toHaveLength(1)
})

const accountDeeds = (ctx: Ctx, officerId: string) => [
  () => hireOfficer(ctx, { login: 'moi-vao', fullName: 'Mới Vào', title: '', role: 'officer' }),
  () => changeOfficer(ctx, { officerId, changes: { role: 'office_admin' } }),
  () => resetPassword(ctx, { officerId }),
  () => turnOffTotpOf(ctx, { officerId }),
  () => listSessions(ctx, { officerId }),
  () => listOfficers(ctx),
]

test.each(roles.filter((role) => role !== 'office_admin'))(
  'accounts are not for the role %s',
  async (role) => {
    const { id } = await newcomer(office)
    for (const deed of accountDeeds(await hiredAs(office, role), id))
      await expect(deed()).rejects.toMatchObject({ code: 'identity.not_allowed' })
  },
)

test.each(roles)('an officer with the role %s reaches nobody of another office', async (role) => {
  const there = await otherOffice(office)
  const theirs = await settled(there)
  const officerId = theirs.id
  const { ctx } = await settled(office, role)

  expect((await listColleagues(ctx)).map((it) => it.id)).not.toContain(officerId)
  expect((await readOfficerNames(ctx, [officerId])).size).toBe(0)
  const end = endSession(ctx, { sessionId: theirs.session.id })
  await expect(end).rejects.toMatchObject({ code: 'identity.session_not_found' })

  // Even an office named in the context by mistake stays shut: the connection is bound to ours.
  for (const crossing of [ctx, { ...ctx, officeId: there.officeId }])
    for (const deed of [
      () => changeOfficer(crossing, { officerId, changes: { active: false } }),
      () => resetPassword(crossing, { officerId }),
      () => turnOffTotpOf(crossing, { officerId }),
    ])
      await expect(deed()).rejects.toMatchObject({
        code: expect.stringMatching(/^identity\.(not_allowed|officer_not_found)$/),
      })
  expect(await findSession(office, theirs.token)).not.toBeNull()
})

test("an administrator is shown no session of another office's officer", async () => {
  const theirs = await settled(await otherOffice(office))
  expect(await listSessions(admin, { officerId: theirs.id })).toEqual([])
})

test('the whole trail of all this is unbroken and holds no secret', async () => {
  expect(await findBrokenLink(office)).toBeNull()
  const { rows } = await office.owner.query('select detail::text from audit.entry')
  expect(rows.length).toBeGreaterThan(20)
  const text = JSON.stringify(rows)
  expect(text).not.toContain('can-bo-')
  expect(text).not.toContain(password)
  expect(text).not.toContain('argon2')
})
