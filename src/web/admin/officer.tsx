import type { Context } from 'hono'
import { z } from 'zod'
import {
  changeOfficer,
  endSession,
  listOfficers,
  listSessions,
  resetPassword,
  turnOffTotpOf,
  type Officer,
  type OpenSession,
} from '#src/modules/identity/index.ts'
import { sayInstant } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { blank, type Filled, readBody, readForm, tryDeed } from '../read-form.ts'
import { to } from '../render.tsx'
import { Checkboxes } from '../ui/field.tsx'
import { useView } from '../view.ts'
import { answerAdmin, redirectDone } from './admin-page.tsx'
import { OfficerFields, officerFields } from './officers.tsx'
import { answerOneTimePassword } from './one-time-password.tsx'

/** One account: who it is, where it is signed in, and what to do when something was lost. */
export async function showOfficer(c: Context<Env>) {
  const officer = await findOfficer(c)
  return officer ? answer(c, officer, blank) : c.notFound()
}

export async function answerChangeOfficer(c: Context<Env>) {
  const officer = await findOfficer(c)
  if (!officer) return c.notFound()
  const schema = z.object({
    ...officerFields(c.var.w),
    active: z.array(z.string()).default([]),
  })
  const form = readForm(schema, await readBody(c, { all: true }))
  if (!form.data) return answer(c, officer, form.filled)
  const changes = { ...form.data, active: form.data.active.includes('yes') }
  const { filled } = await tryDeed(form.filled, c.var.lang, () =>
    changeOfficer(c.var.ctx, { officerId: officer.id, changes }),
  )
  return filled ? answer(c, officer, filled) : redirectDone(c, paths.adminOfficers(), 'da-sua')
}

export async function answerResetPassword(c: Context<Env>) {
  const officer = await findOfficer(c)
  if (!officer) return c.notFound()
  const { password } = await resetPassword(c.var.ctx, { officerId: officer.id })
  return answerOneTimePassword(c, { officer, password })
}

export async function answerEndSessions(c: Context<Env>) {
  const officer = await findOfficer(c)
  if (!officer) return c.notFound()
  const sessions = await listSessions(c.var.ctx, { officerId: officer.id })
  // One's own on this machine stays: signing out ends it.
  for (const { id } of sessions.filter((it) => it.id !== c.var.session.id))
    await endSession(c.var.ctx, { sessionId: id })
  return redirectDone(c, paths.adminOfficer(officer.id), 'het-phien')
}

export async function answerTurnOffTotp(c: Context<Env>) {
  const officer = await findOfficer(c)
  if (!officer) return c.notFound()
  await turnOffTotpOf(c.var.ctx, { officerId: officer.id })
  return redirectDone(c, paths.adminOfficer(officer.id), 'tat-hai-buoc')
}

async function findOfficer(c: Context<Env>): Promise<Officer | undefined> {
  const officers = await listOfficers(c.var.ctx)
  return officers.find((it) => it.id === c.req.param('id'))
}

async function answer(c: Context<Env>, officer: Officer, filled: Filled) {
  const words = c.var.w.admin.officers
  const sessions = await listSessions(c.var.ctx, { officerId: officer.id })
  return answerAdmin(c, {
    title: officer.fullName,
    filled,
    back: { href: paths.adminOfficers(), label: words.title },
    children: (
      <>
        <p>
          {words.login}: <b>{officer.login}</b>
        </p>
        <form method="post" action={to(c, paths.adminOfficer(officer.id))}>
          <OfficerFields filled={filled} officer={officer} />
          <Checkboxes
            name="active"
            label={words.active}
            hint={words.activeHint}
            filled={filled}
            ticked={officer.active ? ['yes'] : []}
            options={[{ value: 'yes', label: words.worksHere }]}
          />
          <button class="button">{c.var.w.admin.save}</button>
        </form>
        <h2>{words.sessions}</h2>
        <Sessions rows={sessions} officer={officer} />
        <h2>{words.reset}</h2>
        <p>{words.resetHint}</p>
        <Deed officer={officer} deed="mat-khau" label={words.reset} />
        {officer.totpOn && (
          <>
            <h2>{words.totpOff}</h2>
            <p>{words.totpOffHint}</p>
            <Deed officer={officer} deed="hai-buoc" label={words.totpOff} />
          </>
        )}
      </>
    ),
  })
}

function Sessions({ rows, officer }: { rows: OpenSession[]; officer: Officer }) {
  const { lang, w } = useView()
  const words = w.admin.officers
  const { profile } = w.account
  if (rows.length === 0) return <p>{words.noSession}</p>
  return (
    <>
      <ul>
        {rows.map((it) => (
          <li>
            {it.device || profile.unknownDevice}
            <br />
            <span class="hint">
              {profile.since({
                since: sayInstant(lang, it.createdAt),
                seen: sayInstant(lang, it.lastSeenAt),
              })}
            </span>
          </li>
        ))}
      </ul>
      <Deed officer={officer} deed="phien" label={words.endSessions} />
    </>
  )
}

function Deed({ officer, deed, label }: { officer: Officer; deed: string; label: string }) {
  const { to } = useView()
  return (
    <form method="post" action={to(paths.adminOfficerDo(officer.id, deed))}>
      <button class="button danger">{label}</button>
    </form>
  )
}
