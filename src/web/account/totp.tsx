import type { Context } from 'hono'
import { z } from 'zod'
import { confirmTotp, startTotp, turnOffTotp } from '#src/modules/identity/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Body, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { render, to } from '../render.tsx'
import { worldOf } from '../session.ts'
import { carry, takeCarried } from './carried.ts'
import { RecoveryCodes, TotpBegun, TotpOff, TotpOn } from './totp-pages.tsx'

const purpose = { purpose: 'totp_begun', minutes: 30 } as const
const Begun = z.object({ secret: z.string(), url: z.string() })

/** Whether the second factor is on, and the way to change that. */
export function showTotp(c: Context<Env>) {
  return answer(c, blank, 200)
}

/** Turns it on in two forms, the second of which proves that the phone has it; or off. */
export async function answerTotp(c: Context<Env>) {
  const body = await readBody(c)
  if (body['viec'] === 'tat') return turnOff(c, body)
  if (body['viec'] === 'xac-nhan') return confirm(c, body)
  const { done, filled } = await tryDeed(blank, c.var.lang, () => startTotp(c.var.ctx))
  if (!done) return answer(c, filled, 422)
  return answerBegun(c, done, carry(worldOf(c), purpose, done), blank, 200)
}

async function confirm(c: Context<Env>, body: Body) {
  const { ctx, lang, session, w } = c.var
  const sealed = typeof body['khoa'] === 'string' ? body['khoa'] : ''
  const begun = takeCarried(worldOf(c), purpose, Begun, sealed)
  if (!begun) return answer(c, { values: {}, errors: { form: w.account.totp.beginAgain } }, 422)
  const { codeMissing } = w.account.totp
  const form = readForm(z.object({ code: z.string(codeMissing).min(1, codeMissing) }), body)
  if (!form.data) return answerBegun(c, begun, sealed, form.filled, 422)
  const { code } = form.data
  const { done, filled } = await tryDeed(form.filled, lang, () => confirmTotp(ctx, { code }))
  if (!done) return answerBegun(c, begun, sealed, filled, 422)
  return render(c, <RecoveryCodes session={session} codes={done.recoveryCodes} />)
}

async function turnOff(c: Context<Env>, body: Body) {
  const { ctx, lang, w } = c.var
  const { passwordMissing } = w.account.totp
  const schema = z.object({ password: z.string(passwordMissing).min(1, passwordMissing) })
  const form = readForm(schema, body)
  if (!form.data) return answer(c, form.filled, 422)
  const { password } = form.data
  const { filled } = await tryDeed(form.filled, lang, () => turnOffTotp(ctx, { password }))
  if (filled) return answer(c, filled, 422)
  return c.redirect(`${to(c, paths.account())}?xong=tat-hai-buoc`, 303)
}

function answer(c: Context<Env>, filled: Filled, status: 200 | 422) {
  const { session } = c.var
  const Page = session.officer.totpOn ? TotpOn : TotpOff
  return render(c, <Page session={session} filled={filled} />, status)
}

function answerBegun(
  c: Context<Env>,
  begun: z.infer<typeof Begun>,
  sealed: string,
  filled: Filled,
  status: 200 | 422,
) {
  const { session } = c.var
  return render(c, <TotpBegun {...{ session, filled, sealed }} {...begun} />, status)
}
