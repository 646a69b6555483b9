import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Env, House } from '../../env.ts'
import { here, render, to } from '../../render.tsx'
import { Notice } from '../../ui/pieces.tsx'
import { PublicPage } from '../../ui/public-page.tsx'

/** Files on their way in, of all citizens together: they lie in memory while they are checked. */
const mostAtOnce = 12
const under = new WeakMap<House, number>()

/** Lets so many files in at a time; to others it says when to come again, before their file is read. */
export const takeTurns = createMiddleware<Env>(async (c, next) => {
  const { house } = c.var
  const busy = under.get(house) ?? 0
  if (busy >= mostAtOnce) return answerBusy(c)
  under.set(house, busy + 1)
  try {
    return await next()
  } finally {
    under.set(house, (under.get(house) ?? 1) - 1)
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
