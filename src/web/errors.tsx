import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { log } from '#src/base/log.ts'
import { Refusal } from '#src/base/refusal.ts'
import { wordRefusal, words } from '#src/words/index.ts'
import type { Env } from './env.ts'
import { firstDoor } from './first-door.ts'
import { render, to } from './render.tsx'
import { paths } from './paths.ts'
import { DeskPage } from './ui/desk-page.tsx'
import { PublicPage } from './ui/public-page.tsx'

/** A refusal is a calm page; anything else is a bug: logged whole, shown as a reference number. */
export function answerError(error: Error, c: Context<Env>) {
  const w = words[c.var.lang ?? 'vi'].site.errors
  if (error instanceof HTTPException) {
    if (error.status !== 403) return error.getResponse()
    return answer(c, w.refused, <p>{w.otherSite}</p>, 403)
  }
  if (error instanceof Refusal) {
    const status =
      error.code === 'identity.not_allowed'
        ? 403
        : /[._]not_found$|_unknown$/.test(error.code)
          ? 404
          : 409
    return answer(c, w.refused, <p>{wordRefusal(c.var.lang, error)}</p>, status)
  }
  log.error({ id: c.var.requestId, err: error })
  const body = (
    <>
      <p>{w.brokenHint}</p>
      <p class="code">{c.var.requestId.slice(0, 8)}</p>
    </>
  )
  return answer(c, w.broken, body, 500)
}

export function answerNotFound(c: Context<Env>) {
  const w = words[c.var.lang].site.errors
  return answer(c, w.notFound, <p>{w.notFoundHint}</p>, 404)
}

function answer(c: Context<Env>, title: string, body: unknown, status: 403 | 404 | 409 | 500) {
  if (c.req.path.startsWith('/api/')) return c.json({ error: title }, status)
  const w = words[c.var.lang].site.errors
  const { session, office } = c.var
  const first = session ? firstDoor(session.officer.rights) : paths.root()
  const children = (
    <>
      <h1>{title}</h1>
      {body as never}
      <p>
        <a
          class="button quiet"
          href={
            c.req.header('referer')?.startsWith(new URL(c.req.url).origin)
              ? c.req.header('referer')
              : to(c, first)
          }
        >
          {w.back}
        </a>
      </p>
    </>
  )
  const page = session ? (
    <DeskPage title={title} session={session} narrow>
      {children}
    </DeskPage>
  ) : (
    <PublicPage title={title} office={office}>
      {children}
    </PublicPage>
  )
  return render(c, page, status)
}
