import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { getOffice } from '#src/modules/offices/index.ts'
import { findKiosk } from '#src/modules/queue/index.ts'
import type { Env } from '../env.ts'
import { worldOf } from '../session.ts'
import { showCode, takeCode } from './code.tsx'
import { answerGone } from './gone.tsx'
import { showPriority } from './priority.tsx'
import { showStart } from './start.tsx'
import { giveTicket, showTake } from './take.tsx'
import { showTicket } from './ticket.tsx'

/** Whoever has the machine's address may take numbers: it is let in by the token in it. */
const byToken = createMiddleware<Env>(async (c, next) => {
  // Every screen carries a key of its own: shown again from a cache it would give the old number.
  c.header('Cache-Control', 'no-store')
  const found = await findKiosk(worldOf(c), c.req.param('token') ?? '')
  if (!found) return answerGone(c)
  c.set('ctx', found.ctx)
  c.set('office', await getOffice(found.ctx))
  return next()
})

/** The machine at the door that gives numbers. */
export const kiosk = new Hono<Env>()

kiosk.use('/may-lay-so/:token/*', byToken)
kiosk.get('/may-lay-so/:token', showStart)
kiosk.get('/may-lay-so/:token/lay-so', showTake)
kiosk.post('/may-lay-so/:token/lay-so', giveTicket)
kiosk.get('/may-lay-so/:token/uu-tien', showPriority)
kiosk.get('/may-lay-so/:token/ma', showCode)
kiosk.post('/may-lay-so/:token/ma', takeCode)
kiosk.get('/may-lay-so/:token/phieu/:turn', showTicket)
