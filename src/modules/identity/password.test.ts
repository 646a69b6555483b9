import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { changeOffice, getOffice, openOffice } from '#src/modules/offices/index.ts'
import { hiredAs, useOffice } from '#test/office.ts'
import { enter, newcomer, password, settled } from '#test/officers.ts'
import {
  changePassword,
  findSession,
  hireOfficer,
  listOfficers,
  listSessions,
  resetPassword,
  signIn,
  startTotp,
} from './index.ts'
import { requireGoodPassword } from './password.ts'

const office = useOffice()
let admin: Ctx

beforeAll(async () => {
  admin = await hiredAs(office, 'office_admin')
})

const wrong = { code: 'identity.wrong_login_or_password' }

test('a one-time password opens the door to nothing but choosing another', async () => {
  const { login, oneTime } = await newcomer(office, 'office_admin')
  const first = await enter(office, login, oneTime)
  expect(first.session.officer).toMatchObject({ mustChangePassword: true, rights: [] })
  await expect(listOfficers(first.ctx)).rejects.toMatchObject({ code: 'identity.not_allowed' })
  const change = changeOffice(first.ctx, { phone: null })
  await expect(change).rejects.toMatchObject({ code: 'identity.not_allowed' })

  const { id: sessionId } = first.session
  await changePassword(first.ctx, { current: oneTime, password, sessionId })
  const session = await findSession(office, first.token)
  expect(session!.officer).toMatchObject({ mustChangePassword: false })
  expect(session!.officer.rights).toContain('identity.manage')
  await expect(signIn(office, { login, password: oneTime })).rejects.toMatchObject(wrong)
})

test('who forgot theirs is given a one-time password; their sessions and pauses end', async () => {
  const { login, id, token } = await settled(office)
  for (let i = 0; i < 6; i++)
    await signIn(office, { login, password: 'quên rồi' }).catch(() => undefined)
  const reset = await resetPassword(admin, { officerId: id })
  expect(reset.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  expect(await findSession(office, token)).toBeNull()
  await expect(signIn(office, { login, password })).rejects.toMatchObject(wrong)
  const { session } = await enter(office, login, reset.password)
  expect(session.officer.mustChangePassword).toBe(true)
})

test('in the demo office the printed password stands; nowhere else can one be given', async () => {
  const demo = await openOffice(office, {
    slug: 'demo',
    name: { vi: 'Thử', en: 'Demo' },
    commune: (await getOffice(office)).commune,
    isDemo: true,
  })
  const owner: Ctx = {
    ...office,
    db: office.database.forOffice(demo.id),
    officeId: demo.id,
    actor: { kind: 'system', job: 'demo' },
  }
  const officer = { login: 'hang.vp', fullName: 'Trần Thị Hoa', title: 'VP', role: 'officer' }
  const demoPassword = 'tai-cho-thu'
  await hireOfficer(owner, { ...officer, role: 'officer', demoPassword })
  const { session } = await enter(office, 'hang.vp', demoPassword)
  expect(session.officer.mustChangePassword).toBe(false)
  expect(session.office.isDemo).toBe(true)

  const elsewhere = hireOfficer(admin, { ...officer, role: 'officer', demoPassword })
  await expect(elsewhere).rejects.toThrow('outside the demo')
})

test.each([
  ['ngắn quá', 'identity.password_too_short'],
  ['matkhau123456', 'identity.password_too_common'],
  ['Mật khẩu 2026!', 'identity.password_too_common'],
  ['1234567890', 'identity.password_too_common'],
  ['abcdefghijkl', 'identity.password_too_common'],
  ['aaaaaabbbbbb', 'identity.password_too_common'],
  ['Ubnd.Xa@2026', 'identity.password_too_common'],
  ['Password1234', 'identity.password_too_common'],
])('the password %s is refused', (chosen, code) => {
  const refusal = expect.objectContaining({ code, field: 'password' })
  expect(() => requireGoodPassword(chosen, 'hang.vp')).toThrow(refusal)
})

test.each([
  'ba con ghé sáng thứ Sáu',
  'correct horse battery',
  'Gôi7hạt mưa',
  'matkhaucuahangchinla',
])('the password %s is taken', (chosen) => {
  expect(() => requireGoodPassword(chosen, 'hang.vp')).not.toThrow()
})

test('the login name as a password, or the one that was used, is refused', async () => {
  const { officer } = await hireOfficer(admin, {
    login: 'nguyen.van.thu@vuban.example',
    fullName: 'Nguyễn Văn Thử',
    title: '',
    role: 'officer',
  })
  const { password: oneTime } = await resetPassword(admin, { officerId: officer.id })
  const { ctx } = await enter(office, officer.login, oneTime)
  for (const chosen of ['Nguyễn Văn Thử 2026', 'nguyen.van.thu', officer.login])
    await expect(changePassword(ctx, { current: oneTime, password: chosen })).rejects.toMatchObject(
      { code: 'identity.password_is_login' },
    )
  await expect(changePassword(ctx, { current: oneTime, password: oneTime })).rejects.toMatchObject({
    code: 'identity.password_unchanged',
  })
})

test('a new password takes the current one; wrong ones pause it, so a desk left open is no way to guess', async () => {
  const { ctx } = await settled(office)
  const guess = () => changePassword(ctx, { current: 'đoán mò', password: 'một câu khác hẳn' })
  for (let i = 0; i < 5; i++)
    await expect(guess()).rejects.toMatchObject({
      code: 'identity.wrong_password',
      field: 'current',
    })
  await expect(guess()).rejects.toMatchObject({ code: 'identity.locked_for_a_while' })
})

test('a new password ends every other session, and keeps the one that asked', async () => {
  const { login, ctx, session, token } = await settled(office)
  const elsewhere = await enter(office, login)
  await changePassword(ctx, {
    current: password,
    password: 'chợ Gôi họp phiên sớm',
    sessionId: session.id,
  })
  expect(await findSession(office, elsewhere.token)).toBeNull()
  expect(await findSession(office, token)).not.toBeNull()
})

test('nobody but an officer has a password, a second factor or sessions', async () => {
  const none = { code: 'identity.not_allowed' }
  await expect(changePassword(office, { current: '', password })).rejects.toMatchObject(none)
  await expect(startTotp(office)).rejects.toMatchObject(none)
  await expect(listSessions(office)).rejects.toMatchObject(none)
})
