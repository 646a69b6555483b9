import type { Context } from 'hono'
import { z } from 'zod'
import { hireOfficer, listOfficers, roles, type Officer } from '#src/modules/identity/index.ts'
import type { Words } from '#src/words/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Field, Radios } from '../ui/field.tsx'
import { Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'
import { answerAdmin } from './admin-page.tsx'
import { answerOneTimePassword } from './one-time-password.tsx'
import { typedNote, typedText } from './typed.ts'

/** Everybody who has an account here, and the form for who comes new. */
export function showOfficers(c: Context<Env>) {
  return answer(c, blank)
}

/** The one-time password is shown in the answer itself: it is kept nowhere to be shown again. */
export async function answerHire(c: Context<Env>) {
  const form = readForm(newOfficer(c.var.w), await readBody(c))
  if (!form.data) return answer(c, form.filled)
  const { data } = form
  const { done, filled } = await tryDeed(form.filled, c.var.lang, () =>
    hireOfficer(c.var.ctx, data),
  )
  return done ? answerOneTimePassword(c, done) : answer(c, filled)
}

/** Of name, title and role; the login name is for good. */
export function officerFields(w: Words) {
  const { tooLong, roleMissing } = w.admin.officers
  return {
    fullName: typedText(w.identity.refusals['identity.name_missing']),
    title: typedNote(tooLong, 200),
    role: z.enum(roles, roleMissing),
  }
}

function newOfficer(w: Words) {
  const malformed = w.identity.refusals['identity.login_malformed']
  return z.object({ ...officerFields(w), login: typedText(malformed, 64) })
}

async function answer(c: Context<Env>, filled: Filled) {
  const words = c.var.w.admin.officers
  const officers = await listOfficers(c.var.ctx)
  return answerAdmin(c, {
    title: words.title,
    filled,
    children: (
      <>
        <Officers rows={officers} />
        <h2>{words.add}</h2>
        <p>{words.addHint}</p>
        <form method="post" action={to(c, paths.adminOfficers())}>
          <Field
            name="login"
            label={words.login}
            hint={words.loginHint}
            filled={filled}
            width="mid"
            spellcheck={false}
            maxlength={64}
          />
          <OfficerFields filled={filled} />
          <button class="button">{words.add}</button>
        </form>
      </>
    ),
  })
}

function Officers({ rows }: { rows: Officer[] }) {
  const { w, to } = useView()
  const words = w.admin.officers
  return (
    <ul class="tasks">
      {rows.map((it) => (
        <li>
          <span>
            <a href={to(paths.adminOfficer(it.id))}>
              <Vietnamese text={it.fullName} />
            </a>
            <br />
            <span class="hint">
              {w.identity.roles[it.role]} · {it.login}
              {it.title && ' · '}
              <Vietnamese text={it.title} />
            </span>
          </span>
          <span>
            {!it.active && <Tag tone="plain">{words.gone}</Tag>}
            {it.active && it.mustChangePassword && <Tag tone="sun">{words.oneTime}</Tag>}
            {it.active && it.totpOn && <Tag>{words.twoSteps}</Tag>}
          </span>
        </li>
      ))}
    </ul>
  )
}

export function OfficerFields({ filled, officer }: { filled: Filled; officer?: Officer }) {
  const { w } = useView()
  const words = w.admin.officers
  return (
    <>
      <div class="grid-2">
        <Field name="fullName" label={words.name} filled={filled} initial={officer?.fullName} />
        <Field
          name="title"
          label={words.jobTitle}
          filled={filled}
          initial={officer?.title}
          optional
        />
      </div>
      <Radios
        name="role"
        label={words.role}
        filled={filled}
        initial={officer?.role}
        options={roles.map((value) => ({
          value,
          label: w.identity.roles[value],
          hint: w.identity.roleDoes[value],
        }))}
      />
    </>
  )
}
