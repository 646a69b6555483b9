import { Secret, TOTP } from 'otpauth'
import type { Ctx } from '#src/base/ctx.ts'
import type { World } from '#src/base/world.ts'
import {
  changePassword,
  confirmTotp,
  hireOfficer,
  sessionCtx,
  signIn,
  startTotp,
  type Role,
} from '#src/modules/identity/index.ts'
import type { TestOffice } from './office.ts'

/** What everybody of these tests takes as their own password. */
export const password = 'ba con ghé sáng thứ Sáu'

let newcomers = 0

/** Somebody who was just hired, with the one-time password in hand. */
export async function newcomer(office: TestOffice, role: Role = 'officer') {
  const boss: Ctx = { ...office, actor: { kind: 'system', job: 'test' } }
  const login = `can-bo-${++newcomers}`
  const who = { login, fullName: 'Trần Thị Thử', title: 'Tư pháp', role }
  const hired = await hireOfficer(boss, who)
  return { login, id: hired.officer.id, oneTime: hired.password }
}

/** Signs in, and gives what every deed after that is done with. */
export async function enter(world: World, login: string, typed = password, code?: string) {
  const done = await signIn(world, { login, password: typed, ...(code ? { code } : {}) })
  if (done.kind !== 'in') throw new Error(done.kind)
  return { ...done, ctx: sessionCtx(world, done.session) }
}

/** Somebody who has chosen their own password and is signed in. */
export async function settled(office: TestOffice, role: Role = 'officer') {
  const { login, id, oneTime } = await newcomer(office, role)
  const first = await enter(office, login, oneTime)
  await changePassword(first.ctx, { current: oneTime, password })
  return { id, login, ...(await enter(office, login)) }
}

/** Somebody with a second factor, the app that shows its codes, and the recovery codes on paper. */
export async function guarded(office: TestOffice) {
  const officer = await settled(office)
  const { secret, url } = await startTotp(officer.ctx)
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  const codeAt = (world: World) => app.generate({ timestamp: world.now.getTime() })
  const { recoveryCodes } = await confirmTotp(officer.ctx, { code: codeAt(office) })
  return { ...officer, url, codeAt, recoveryCodes }
}

/** The same office, some minutes later. */
export function later(office: TestOffice, minutes: number): TestOffice {
  return { ...office, now: new Date(office.now.getTime() + minutes * 60_000) }
}
