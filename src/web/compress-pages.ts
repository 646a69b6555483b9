import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import type { Env } from './env.ts'

const squeeze = promisify(gzip)

/**
 * Sends pages gzipped to browsers that take it: a first page must fit 30 KB. Whole pages at once,
 * off the main thread; `hono/compress` streams each, which cost a third of the throughput here.
 * Event streams and files are left alone.
 */
export const compressPages = createMiddleware<Env>(async (c, next) => {
  await next()
  const type = c.res.headers.get('content-type') ?? ''
  if (!/^(text\/html|application\/json)/.test(type)) return
  c.res.headers.append('vary', 'Accept-Encoding')
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return
  if (c.res.headers.has('content-encoding') || c.req.method === 'HEAD') return
  const body = Buffer.from(await c.res.arrayBuffer())
  const headers = new Headers(c.res.headers)
  const squeezed = new Uint8Array(await squeeze(body, { level: 6 }))
  headers.set('content-encoding', 'gzip')
  headers.set('content-length', String(squeezed.length))
  c.res = new Response(squeezed, { status: c.res.status, headers })
})
