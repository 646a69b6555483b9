import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { Right } from '#src/base/ctx.ts'
import { Refusal } from '#src/base/refusal.ts'
import type { World } from '#src/base/world.ts'
import { findSession, sessionCtx, type Session } from '#src/modules/identity/index.ts'
import { answerSignedOut } from './account/signed-out.tsx'
import type { Env } from './env.ts'
import { here, to } from './render.tsx'
import { paths } from './paths.ts'

const cookie = 'taicho_session'

/** The house at this moment, before it is known which office the page is for. */
export function worldOf(c: Context<Env>): World {
  const { database, sealer, now } = c.var.house
  return { database, sealer, now: now() }
}

/** Whoever's cookie comes with this page, or null. */
export async function readSession(c: Context<Env>): Promise<Session | null> {
  const token = getCookie(c, cookie)
  return token ? findSession(worldOf(c), token) : null
}

/** Without an age: the machine in the hall forgets it when its browser is closed. */
export function giveCookie(c: Context<Env>, token: string): void {
  setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c) })
}

export function takeCookie(c: Context<Env>): void {
  deleteCookie(c, cookie, { path: '/', secure: isHttps(c) })
}

/**
 * Lets officers in who are signed in, and puts `session`, `office` and `ctx` into `c.var`. Asks
 * everybody else to sign in and brings them back; a form sent too late stays in the browser's hand.
 * Who has a one-time password first takes a new one. Pages behind it are kept nowhere.
 */
export const requireOfficer = createMiddleware<Env>(async (c, next) => {
  c.header('Cache-Control', 'no-store')
  const session = await readSession(c)
  if (!session)
    return c.req.method === 'GET' || c.req.method === 'HEAD'
      ? c.redirect(`${to(c, paths.signIn())}?tiep=${encodeURIComponent(to(c, here(c)))}`, 303)
      : answerSignedOut(c)
  c.set('session', session)
  c.set('office', session.office)
  c.set('ctx', sessionCtx(worldOf(c), session))
  if (session.officer.mustChangePassword && !here(c).startsWith(paths.newPassword()))
    return c.redirect(to(c, paths.newPassword()), 303)
  return next()
})

/** Answers 403 to officers without this right. The deed asks again; this keeps the door shut. */
export function requireDoor(right: Right) {
  return createMiddleware<Env>(async (c, next) => {
    if (!c.var.session.officer.rights.includes(right)) throw new Refusal('identity.not_allowed')
    return next()
  })
}

/** As the person's browser sees it: a proxy in front may speak HTTPS for us. */
function isHttps(c: Context<Env>): boolean {
  return (
    c.var.house.publicUrl.startsWith('https:') ||
    c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ||
    new URL(c.req.url).protocol === 'https:'
  )
}
