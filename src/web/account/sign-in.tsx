import type { Context } from 'hono'
import { z } from 'zod'
import { signIn } from '#src/modules/identity/index.ts'
import { listOffices } from '#src/modules/offices/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { firstDoor } from '../first-door.ts'
import { paths } from '../paths.ts'
import { blank, type Body, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { giveCookie, readSession, worldOf } from '../session.ts'
import { ownPath } from './own-path.ts'
import { CodePage, SignInPage } from './sign-in-pages.tsx'
import { openStep, sealStep } from './sign-in-step.ts'

export async function showSignIn(c: Context<Env>) {
  c.header('Cache-Control', 'no-store')
  const session = await readSession(c)
  const next = ownPath(c.req.query('tiep'))
  if (session) return c.redirect(next ?? to(c, firstDoor(session.officer.rights)), 303)
  return answerSignIn(c, blank, next, 200)
}

/** Name and password, or, when those were right before, the code with the sealed step. */
export async function answerSignInForm(c: Context<Env>) {
  c.header('Cache-Control', 'no-store')
  const body = await readBody(c)
  const next = ownPath(typeof body['tiep'] === 'string' ? body['tiep'] : undefined)
  if (typeof body['buoc'] === 'string') return takeCode(c, body, body['buoc'], next)
  const { data, filled } = readForm(entry(c.var.w), body)
  if (!data) return answerSignIn(c, filled, next, 422)
  return enter(c, data, filled, next)
}

async function takeCode(c: Context<Env>, body: Body, sealed: string, next: string | null) {
  const { codeMissing, stepOver } = c.var.w.account.signIn
  const step = openStep(worldOf(c), sealed)
  if (!step) return answerSignIn(c, { values: {}, errors: { form: stepOver } }, next, 422)
  const { data, filled } = readForm(z.object({ code: z.string().min(1, codeMissing) }), body)
  if (!data) return answerCode(c, filled, { step: sealed, next }, 422)
  return enter(c, { ...step, ...data, sealed }, filled, next)
}

type Typed = { login: string; password: string; code?: string; sealed?: string }

async function enter(c: Context<Env>, typed: Typed, typedForm: Filled, next: string | null) {
  const { login, password, code, sealed } = typed
  const userAgent = c.req.header('user-agent')
  const { done, filled } = await tryDeed(typedForm, c.var.lang, () =>
    signIn(worldOf(c), {
      login,
      password,
      ...(code === undefined ? {} : { code }),
      ...(userAgent === undefined ? {} : { userAgent }),
    }),
  )
  if (!done && sealed) return answerCode(c, filled, { step: sealed, next }, 422)
  if (!done) return answerSignIn(c, filled, next, 422)
  if (done.kind === 'code_wanted') {
    const step = sealStep(worldOf(c), { login, password })
    return answerCode(c, blank, { step, next }, 200)
  }
  giveCookie(c, done.token)
  const { officer } = done.session
  if (officer.mustChangePassword) return c.redirect(to(c, paths.newPassword()), 303)
  return c.redirect(next ?? to(c, firstDoor(officer.rights)), 303)
}

function entry(w: Words) {
  const { loginMissing, passwordMissing } = w.account.signIn
  return z.object({
    login: z.string(loginMissing).min(1, loginMissing),
    password: z.string(passwordMissing).min(1, passwordMissing),
  })
}

async function answerSignIn(
  c: Context<Env>,
  filled: Filled,
  next: string | null,
  status: 200 | 422,
) {
  const demo = await listDemoSignIns(c)
  const gone = c.req.query('xong') === 'dang-xuat'
  const address = c.req.method === 'GET' ? here(c) : paths.signIn()
  return render(c, <SignInPage {...{ filled, next, demo, gone }} here={address} />, status)
}

function answerCode(
  c: Context<Env>,
  filled: Filled,
  state: { step: string; next: string | null },
  status: 200 | 422,
) {
  return render(c, <CodePage filled={filled} {...state} />, status)
}

/** Printed for everyone where everything is invented, and nowhere else. */
async function listDemoSignIns(c: Context<Env>) {
  const { demoSignIns = [], database } = c.var.house
  if (demoSignIns.length === 0) return []
  const offices = await listOffices({ db: database.nation })
  return offices.some((it) => it.isDemo) ? demoSignIns : []
}
