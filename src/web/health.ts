import { Hono } from 'hono'
import { readFigures } from '#src/modules/deliveries/index.ts'
import type { Env } from './env.ts'
import { writeMetrics } from './metrics.ts'

/** For whoever watches over the machine: alive, able to work, and figures. */
export const health = new Hono<Env>()

health.get('/healthz', (c) => c.text('ok'))

health.get('/readyz', async (c) => {
  try {
    await c.var.house.database.pool.query('select 1')
    return c.text('ok')
  } catch {
    return c.text('database', 503)
  }
})

health.get('/metrics', async (c) => {
  const { database, now } = c.var.house
  const deliveries = await readFigures(database, now()).catch(() => [])
  return c.text(writeMetrics(database.pool, deliveries), 200, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
  })
})
