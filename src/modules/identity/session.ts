import { createHash, randomBytes } from 'node:crypto'
import type { Ctx, Right } from '#src/base/ctx.ts'
import { enterOffice, type World } from '#src/base/world.ts'
import type { Office } from '#src/modules/offices/index.ts'
import type { Officer } from './officer.ts'

/** An officer who is signed in, and at which office. */
export type Session = {
  id: string
  expiresAt: Date
  office: Office
  officer: Officer & {
    /** Nothing while `mustChangePassword`. */
    rights: readonly Right[]
  }
}

/** One working day; and an hour untouched ends it sooner, for the desk that was left open. */
export const sessionHours = 12
export const idleMinutes = 60

/** Everything an officer does from now on, they do at their own office and under their own name. */
export function sessionCtx(world: World, session: Session): Ctx {
  const { id, fullName, rights } = session.officer
  return enterOffice(world, session.office.id, {
    kind: 'officer',
    officerId: id,
    name: fullName,
    rights,
  })
}

/** 256 bits of chance for the cookie. Only its hash is stored. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Who reads a list of their own sessions must know the device again; nothing more is kept of it. */
export function deviceLabel(userAgent: string | undefined): string {
  const named = (names: [RegExp, string][]) =>
    names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const browser = named([
    [/Edg/, 'Edge'],
    [/coc_coc/i, 'Cốc Cốc'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ])
  const system = named([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iPhone, iPad'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'Mac'],
    [/Linux|CrOS/, 'Linux'],
  ])
  return [browser, system].filter(Boolean).join(' · ')
}
