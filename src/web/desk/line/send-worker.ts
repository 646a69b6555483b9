import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from 'hono'
import { asset, builtDir } from '../../assets.ts'
import type { Env } from '../../env.ts'

/**
 * The worker that keeps the page's empty frame in the browser. It is sent from below the page's own
 * address, because a worker watches only over what lies below its own; what it keeps is named in it,
 * so that a new build brings a new worker.
 */
export function sendWorker(c: Context<Env>) {
  const kept = ['desk-line.js', 'desk-keys.js', 'public.css', 'desk.css'].map(asset)
  const worker = readFileSync(join(builtDir, asset('line-worker.js')), 'utf8')
  return c.body(`const kept=${JSON.stringify(kept)};\n${worker}`, 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Service-Worker-Allowed': '/',
  })
}
