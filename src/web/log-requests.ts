import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import { log } from '#src/base/log.ts'
import type { Env } from './env.ts'
import { countRequest } from './metrics.ts'

/** One line a request: which page, how long. The pattern of the address, never its codes or words. */
export const logRequests = createMiddleware<Env>(async (c, next) => {
  const from = performance.now()
  await next()
  const ms = performance.now() - from
  const route = routePath(c, -1)
  countRequest(c.req.method, c.res.status, ms)
  log.debug({
    id: c.var.requestId,
    method: c.req.method,
    route,
    status: c.res.status,
    ms: Math.round(ms),
  })
})
