import { createMiddleware } from 'hono/factory'
import type { Env } from '../../env.ts'

/** Whoever has the address of such a page has the appointment: no search engine and no cache keeps it. */
export const notListed = createMiddleware<Env>(async (c, next) => {
  await next()
  c.res.headers.set('X-Robots-Tag', 'noindex, nofollow')
  // A stream says more of how it is to be kept.
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-store')
})
