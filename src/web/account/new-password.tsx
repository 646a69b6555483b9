import type { Context } from 'hono'
import { z } from 'zod'
import { changePassword } from '#src/modules/identity/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { firstDoor } from '../first-door.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { here, render, to } from '../render.tsx'
import { readSession } from '../session.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Field } from '../ui/field.tsx'

/** A new password: by will, or because a one-time one opened the door. */
export function showNewPassword(c: Context<Env>) {
  return answer(c, blank, 200)
}

export async function answerNewPassword(c: Context<Env>) {
  const { ctx, lang, session } = c.var
  const form = readForm(passwords(c.var.w), await readBody(c))
  if (!form.data) return answer(c, form.filled, 422)
  const { current, password } = form.data
  const { filled } = await tryDeed(form.filled, lang, () =>
    changePassword(ctx, { current, password, sessionId: session.id }),
  )
  if (filled) return answer(c, filled, 422)
  if (!session.officer.mustChangePassword)
    return c.redirect(`${to(c, paths.account())}?xong=mat-khau`, 303)
  // The doors that the one-time password kept shut are open now.
  const rights = (await readSession(c))?.officer.rights ?? []
  return c.redirect(to(c, firstDoor(rights)), 303)
}

function passwords(w: Words) {
  const { currentMissing, passwordMissing, notAgain } = w.account.newPassword
  const given = (message: string) => z.string(message).min(1, message)
  return z
    .object({
      current: given(currentMissing),
      password: given(passwordMissing),
      again: z.string().default(''),
    })
    .refine((it) => it.password === it.again, { path: ['again'], message: notAgain })
}

function answer(c: Context<Env>, filled: Filled, status: 200 | 422) {
  const { session, w } = c.var
  const words = w.account.newPassword
  const forced = session.officer.mustChangePassword
  return render(
    c,
    <DeskPage
      title={words.title}
      session={session}
      narrow
      here={status === 200 ? here(c) : undefined}
      back={forced ? undefined : { href: paths.account(), label: w.account.profile.title }}
    >
      <h1>{words.title}</h1>
      <ErrorSummary filled={filled} />
      {forced && <p>{words.forced}</p>}
      <form method="post" action={to(c, paths.newPassword())}>
        {/* For the keeper of passwords in the browser. */}
        <div class="unseen" aria-hidden="true">
          <input
            type="text"
            autocomplete="username"
            value={session.officer.login}
            readonly
            tabindex={-1}
          />
        </div>
        <Field
          name="current"
          type="password"
          label={forced ? words.oneTime : words.current}
          filled={filled}
          autocomplete="current-password"
        />
        <Field
          name="password"
          type="password"
          label={words.password}
          hint={words.passwordHint}
          filled={filled}
          autocomplete="new-password"
        />
        <Field
          name="again"
          type="password"
          label={words.again}
          filled={filled}
          autocomplete="new-password"
        />
        <button class="button">{words.submit}</button>
      </form>
    </DeskPage>,
    status,
  )
}
