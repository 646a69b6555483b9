import type { Context } from 'hono'
import { endSession, listSessions, type OpenSession } from '#src/modules/identity/index.ts'
import { sayInstant } from '../dates.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { isUuid } from '../public/is-uuid.ts'
import { render, to } from '../render.tsx'
import { DeskPage } from '../ui/desk-page.tsx'
import { Done, readDone } from '../ui/done.tsx'
import { Summary, Tag } from '../ui/pieces.tsx'
import { Vietnamese } from '../ui/told.tsx'
import { useView } from '../view.ts'

/** Who I am here, how I sign in, and where I am signed in now. */
export async function showProfile(c: Context<Env>) {
  const { ctx, session, w } = c.var
  const { officer } = session
  const words = w.account.profile
  const sessions = await listSessions(ctx)
  return render(
    c,
    <DeskPage title={words.title} session={session} narrow here={paths.account()}>
      <h1>{words.title}</h1>
      <Done said={readDone(c, words.done)} />
      <Summary
        rows={[
          [words.name, <Vietnamese text={officer.fullName} />],
          [words.jobTitle, officer.title && <Vietnamese text={officer.title} />],
          [words.login, officer.login],
          [words.role, `${w.identity.roles[officer.role]}. ${w.identity.roleDoes[officer.role]}`],
        ]}
      />
      <h2>{words.signIn}</h2>
      <ul class="tasks">
        <li>
          <a href={to(c, paths.newPassword())}>{w.account.newPassword.title}</a>
        </li>
        <li>
          <a href={to(c, paths.accountTotp())}>{w.account.totp.title}</a>
          <Tag tone={officer.totpOn ? 'leaf' : 'plain'}>
            {officer.totpOn ? w.account.totp.isOn : w.account.totp.isOff}
          </Tag>
        </li>
      </ul>
      <h2>{words.sessions}</h2>
      <p>{words.sessionsHint}</p>
      <Sessions rows={sessions} current={session.id} />
    </DeskPage>,
  )
}

/** Ends one of the officer's own sessions from afar: the machine in the hall, a lost phone. */
export async function answerEndSession(c: Context<Env>) {
  const sessionId = c.req.param('id') ?? ''
  if (!isUuid(sessionId)) return c.notFound()
  await endSession(c.var.ctx, { sessionId })
  return c.redirect(`${to(c, paths.account())}?xong=phien`, 303)
}

function Sessions({ rows, current }: { rows: OpenSession[]; current: string }) {
  const { lang, w, to } = useView()
  const words = w.account.profile
  return (
    <ul class="tasks">
      {rows.map((it) => (
        <li>
          <span>
            {it.device || words.unknownDevice}
            <br />
            <span class="hint">
              {words.since({
                since: sayInstant(lang, it.createdAt),
                seen: sayInstant(lang, it.lastSeenAt),
              })}
            </span>
          </span>
          {it.id === current ? (
            <Tag>{words.thisOne}</Tag>
          ) : (
            <form method="post" action={to(paths.endSession(it.id))}>
              <button class="button quiet">{words.end}</button>
            </form>
          )}
        </li>
      ))}
    </ul>
  )
}
