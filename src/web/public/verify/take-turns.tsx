import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env, House } from '../../env.ts'
import { here, render, to } from '../../render.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { mostMegabytes } from './file-form.tsx'

/** Of all files on their way in together: they lie in memory while they are checked. */
const mostBytes = 2 * mostMegabytes * 2 ** 20
const under = new WeakMap<House, number>()

/** Lets in as many files as memory is set aside for; others are told when to come again, before they are read. */
export const takeTurns = createMiddleware<Env>(async (c, next) => {
  const { house } = c.var
  const said = Number(c.req.header('content-length') ?? Number.NaN)
  const bytes = Number.isFinite(said) ? said : mostMegabytes * 2 ** 20
  const before = under.get(house) ?? 0
  if (before > 0 && before + bytes > mostBytes) return answerBusy(c)
  under.set(house, before + bytes)
  try {
    return await next()
  } finally {
    under.set(house, (under.get(house) ?? bytes) - bytes)
  }
})

/** The calm page for a moment when too many check at once. */
export function answerBusy(c: Context<Env>) {
  const { office, w } = c.var
  const said = w.verifyPages
  c.header('Retry-After', '30')
  return render(
    c,
    <PublicPage title={said.busyTitle} office={office} here={here(c)}>
      <h1>{said.busyTitle}</h1>
      <Notice tone="sun">
        <p>{said.busy}</p>
      </Notice>
      <p>
        <a class="button quiet" href={to(c, here(c))}>
          {said.tryAgain}
        </a>
      </p>
    </PublicPage>,
    503,
  )
}
