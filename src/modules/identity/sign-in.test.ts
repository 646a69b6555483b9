import { createHook } from 'node:async_hooks'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import type { World } from '#src/base/world.ts'
import { listEntries } from '#src/modules/audit/index.ts'
import { getOffice } from '#src/modules/offices/index.ts'
import { hiredAs, useOffice } from '#test/office.ts'
import { enter, later, newcomer, password, settled } from '#test/officers.ts'
import { changeOfficer, findSession, signIn } from './index.ts'

const office = useOffice()
let admin: Ctx

beforeAll(async () => {
  admin = await hiredAs(office, 'office_admin')
})

const wrong = { code: 'identity.wrong_login_or_password' }

test('name and password open a session at the office of that name, before any office is known', async () => {
  const { login, id } = await settled(office)
  const { token, session } = await enter(office, `  ${login.toUpperCase()} `)

  expect(session.officer).toMatchObject({ id, login, role: 'officer', mustChangePassword: false })
  expect(session.officer.rights).toContain('requests.work')
  expect(session.office).toEqual(await getOffice(office))
  expect(await findSession(office, token)).toEqual(session)
  const trail = await listEntries(office, { subjectId: id, limit: 1 })
  expect(trail).toMatchObject([
    { action: 'identity.signed_in', actor: { kind: 'officer', officer_id: id } },
  ])
})

test('a password typed on a keyboard that composes marks otherwise is the same', async () => {
  const { login } = await settled(office)
  expect((await enter(office, login, password.normalize('NFD'))).token).toMatch(/^[\w-]{32,}$/)
})

test('a wrong password and a name that nobody has are refused alike', async () => {
  const { login, id } = await settled(office)
  await expect(signIn(office, { login, password: 'sai mật khẩu' })).rejects.toMatchObject(wrong)
  await expect(signIn(office, { login: 'ai-do', password })).rejects.toMatchObject(wrong)
  await expect(signIn(office, { login: '', password: '' })).rejects.toMatchObject(wrong)

  const [entry] = await listEntries(office, { subjectId: id, limit: 1 })
  expect(entry).toMatchObject({
    action: 'identity.sign_in_failed',
    actor: { kind: 'system', job: 'sign_in' },
    detail: { wrong: 'password' },
  })
})

test('a name that nobody has costs the same hashing as a known one, so that time tells nothing', async () => {
  const { login } = await settled(office)
  const hashed = async (typed: string) => {
    let times = 0
    const hook = createHook({ init: (_, type) => (times += type === 'ARGON2REQUEST' ? 1 : 0) })
    hook.enable()
    await signIn(office, { login: typed, password: 'sai mật khẩu' }).catch(() => undefined)
    hook.disable()
    return times
  }
  expect(await hashed(login)).toBe(1)
  expect(await hashed('khong-ai-ca')).toBe(1)
})

test('who no longer works here is told so, but only with the right password', async () => {
  const { login, id } = await settled(office)
  await changeOfficer(admin, { officerId: id, changes: { active: false } })
  await expect(signIn(office, { login, password })).rejects.toMatchObject({
    code: 'identity.inactive',
  })
  await expect(signIn(office, { login, password: 'không phải' })).rejects.toMatchObject(wrong)
})

test('five wrong tries pause the name, longer each time, and even the right password waits', async () => {
  const { login } = await settled(office)
  const fail = (world: World) => signIn(world, { login, password: 'sai mật khẩu' })
  for (let i = 0; i < 5; i++) await expect(fail(office)).rejects.toMatchObject(wrong)

  const locked = (minutes: number) => ({
    code: 'identity.locked_for_a_while',
    params: { minutes },
  })
  await expect(signIn(office, { login, password })).rejects.toMatchObject(locked(1))
  await expect(fail(later(office, 0.6))).rejects.toMatchObject(wrong)
  await expect(fail(later(office, 1.4))).rejects.toMatchObject(locked(1))
  await expect(fail(later(office, 2))).rejects.toMatchObject(wrong)
  await expect(signIn(later(office, 2), { login, password })).rejects.toMatchObject(locked(2))
  for (const minutes of [5, 10, 20, 40]) await fail(later(office, minutes)).catch(() => undefined)
  await expect(signIn(later(office, 40), { login, password })).rejects.toMatchObject(locked(15))

  expect((await enter(later(office, 56), login)).token).toMatch(/^[\w-]{32,}$/)
  // It was them: the count begins anew.
  for (let i = 0; i < 5; i++) await expect(fail(later(office, 56))).rejects.toMatchObject(wrong)
})

test('a name that nobody has is paused too, so the pause tells nothing', async () => {
  const tries = Array.from({ length: 20 }, () => signIn(office, { login: 'ma-vuong', password }))
  const codes = await Promise.all(tries.map((it) => it.catch((no: { code: string }) => no.code)))
  expect(codes.filter((code) => code === 'identity.wrong_login_or_password')).toHaveLength(5)
  expect(codes.filter((code) => code === 'identity.locked_for_a_while')).toHaveLength(15)
})

test('twenty wrong passwords at the same moment are five tries, not twenty', async () => {
  const { login } = await newcomer(office)
  const tries = Array.from({ length: 20 }, (_, i) => signIn(office, { login, password: `${i}` }))
  const codes = await Promise.all(tries.map((it) => it.catch((no: { code: string }) => no.code)))
  expect(codes.filter((code) => code === wrong.code)).toHaveLength(5)
})

test('wrong tries of one name do not slow a colleague down, and are forgotten after a day', async () => {
  const [clumsy, calm] = [await settled(office), await settled(office)]
  for (let i = 0; i < 6; i++)
    await signIn(office, { login: clumsy.login, password: 'sai' }).catch(() => undefined)
  expect((await enter(office, calm.login)).token).toMatch(/^[\w-]{32,}$/)

  const nextDay = later(office, 25 * 60)
  await signIn(nextDay, { login: calm.login, password: 'sai' }).catch(() => undefined)
  const kept = await office.db.selectFrom('identity.sign_in_tries').select('login_mark').execute()
  expect(kept).toHaveLength(1)
})

test('the table of tries holds no login name', async () => {
  await signIn(office, { login: 'mat khau go nham', password }).catch(() => undefined)
  const { rows } = await office.owner.query('select t::text as row from identity.sign_in_tries t')
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('mat khau').toString('hex'))
})
