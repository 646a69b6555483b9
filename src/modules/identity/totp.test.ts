import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#src/base/ctx.ts'
import { listEntries } from '#src/modules/audit/index.ts'
import { hiredAs, useOffice } from '#test/office.ts'
import { enter, guarded, later, password, settled } from '#test/officers.ts'
import { confirmTotp, signIn, startTotp, turnOffTotp, turnOffTotpOf } from './index.ts'

const office = useOffice()
let admin: Ctx

beforeAll(async () => {
  admin = await hiredAs(office, 'office_admin')
})

test('with the second factor on, the password alone is not enough', async () => {
  const { login, codeAt, url } = await guarded(office)
  expect(decodeURIComponent(url)).toMatch(new RegExp(`^otpauth://totp/Tại Chỗ:${login}\\?`))
  const world = later(office, 1)
  expect(await signIn(world, { login, password })).toEqual({ kind: 'code_wanted' })
  const { session } = await enter(world, login, password, codeAt(world))
  expect(session.officer.totpOn).toBe(true)
})

test('the secret of the second factor is sealed in the database', async () => {
  const { id } = await guarded(office)
  const { totp_secret } = await office.db
    .selectFrom('identity.officer')
    .select('totp_secret')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(office.sealer.open(totp_secret!)).toMatch(/^[A-Z2-7]{32}$/)
  expect(totp_secret!.includes(office.sealer.open(totp_secret!))).toBe(false)
})

test('a code works a step early or late, not later, and never twice', async () => {
  const { login, codeAt } = await guarded(office)
  const world = later(office, 10)
  const refused = { code: 'identity.wrong_code', field: 'code' }
  const tryCode = (code: string) => signIn(world, { login, password, code })
  await expect(tryCode(codeAt(later(office, 8.9)))).rejects.toMatchObject(refused)
  expect(await tryCode(codeAt(later(office, 9.5)))).toMatchObject({ kind: 'in' })
  await expect(tryCode(codeAt(later(office, 9.5)))).rejects.toMatchObject(refused)
  expect(await tryCode(codeAt(later(office, 10.5)))).toMatchObject({ kind: 'in' })
  // Older than one that was accepted: as good as used.
  await expect(tryCode(codeAt(world))).rejects.toMatchObject(refused)
})

test('the code that turned it on does not sign in', async () => {
  const { login, codeAt } = await guarded(office)
  const replay = signIn(office, { login, password, code: codeAt(office) })
  await expect(replay).rejects.toMatchObject({ code: 'identity.wrong_code' })
})

test('twenty sign-ins with one code at the same moment open one session', async () => {
  for (let round = 0; round < 3; round++) {
    const { login, codeAt, id } = await guarded(office)
    const world = later(office, 5)
    const code = codeAt(world)
    const done = await Promise.allSettled(
      Array.from({ length: 20 }, () => signIn(world, { login, password, code })),
    )
    expect(done.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
    const opened = await office.db
      .selectFrom('identity.session')
      .select('id')
      .where('officer_id', '=', id)
      .where('created_at', '=', world.now)
      .execute()
    expect(opened).toHaveLength(1)
  }
})

test('wrong codes pause the name; asking for the code does not, nor does it forget wrong ones', async () => {
  const { login, codeAt } = await guarded(office)
  const world = later(office, 5)
  for (let i = 0; i < 12; i++)
    expect(await signIn(world, { login, password })).toEqual({ kind: 'code_wanted' })
  for (let i = 0; i < 5; i++) {
    const guess = signIn(world, { login, password, code: '000000' })
    await expect(guess).rejects.toMatchObject({ code: 'identity.wrong_code' })
    if (i < 4) await signIn(world, { login, password })
  }
  const locked = signIn(world, { login, password, code: codeAt(world) })
  await expect(locked).rejects.toMatchObject({ code: 'identity.locked_for_a_while' })
})

test('a recovery code opens the door once, however it is typed', async () => {
  const { login, recoveryCodes, id } = await guarded(office)
  expect(new Set(recoveryCodes).size).toBe(10)
  const code = ` ${recoveryCodes[0]!.toUpperCase().replace('-', ' ')} `
  const done = await Promise.allSettled(
    Array.from({ length: 4 }, () => signIn(office, { login, password, code })),
  )
  expect(done.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  expect(await signIn(office, { login, password, code: recoveryCodes[1]! })).toMatchObject({
    kind: 'in',
  })
  const trail = await listEntries(office, { subjectId: id })
  expect(trail.filter((it) => it.action === 'identity.recovery_code_used')).toMatchObject([
    { actor: { officer_id: id } },
    { actor: { officer_id: id } },
  ])
})

test('the recovery code of a colleague opens nothing', async () => {
  const [mine, theirs] = [await guarded(office), await guarded(office)]
  const code = theirs.recoveryCodes[0]!
  const borrowed = signIn(office, { login: mine.login, password, code })
  await expect(borrowed).rejects.toMatchObject({ code: 'identity.wrong_code' })
})

test('the second factor is off until the app has shown a right code, and not turned on twice', async () => {
  const { ctx, login } = await settled(office)
  const right = { code: 'identity.totp_not_started' }
  await expect(confirmTotp(ctx, { code: '123456' })).rejects.toMatchObject(right)
  const { secret } = await startTotp(ctx)
  await expect(confirmTotp(ctx, { code: '12' })).rejects.toMatchObject({
    code: 'identity.wrong_code',
  })
  expect(await signIn(office, { login, password })).toMatchObject({ kind: 'in' })

  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const code = app.generate({ timestamp: office.now.getTime() })
  await confirmTotp(ctx, { code })
  const already = { code: 'identity.totp_already_on' }
  await expect(startTotp(ctx)).rejects.toMatchObject(already)
  await expect(confirmTotp(ctx, { code })).rejects.toMatchObject(already)
})

test('a second factor that is turned off with the password, or by an administrator is asked for no more, and its codes are void', async () => {
  const { ctx, login, recoveryCodes, id } = await guarded(office)
  const guess = turnOffTotp(ctx, { password: 'không phải' })
  await expect(guess).rejects.toMatchObject({ code: 'identity.wrong_password' })
  await turnOffTotp(ctx, { password })
  expect(await signIn(office, { login, password })).toMatchObject({ kind: 'in' })
  const left = await office.db
    .selectFrom('identity.recovery_code')
    .select('code_mark')
    .where('officer_id', '=', id)
    .execute()
  expect(left).toEqual([])
  expect(recoveryCodes).toHaveLength(10)

  const lost = await guarded(office)
  await expect(turnOffTotpOf(ctx, { officerId: lost.id })).rejects.toMatchObject({
    code: 'identity.not_allowed',
  })
  await turnOffTotpOf(admin, { officerId: lost.id })
  expect(await signIn(office, { login: lost.login, password })).toMatchObject({ kind: 'in' })
})
