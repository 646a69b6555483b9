import { Hono } from 'hono'
import type { Env } from '../../env.ts'
import { requireDoor } from '../../session.ts'
import { giveSeries } from './give-series.ts'
import { joinLine } from './join-line.ts'
import { sendWorker } from './send-worker.ts'
import { showLine, showShell, streamChanges, tellPulse, tellState } from './show-line.tsx'
import { takeDeed } from './take-deed.ts'

/**
 * The page of the line. Its forms work by themselves; where script runs, the same addresses answer
 * in JSON to the island that took the page over.
 */
export const line = new Hono<Env>()

line.use('/ban/hang', requireDoor('queue.run'))
line.use('/ban/hang/*', requireDoor('queue.run'))
line.get('/ban/hang', showLine)
line.get('/ban/hang/trang-thai', tellState)
line.get('/ban/hang/nhip', tellPulse)
line.get('/ban/hang/luong', streamChanges)
line.get('/ban/hang/khung', showShell)
line.get('/ban/hang/giu-trang.js', sendWorker)
line.post('/ban/hang/day-so', giveSeries)
line.post('/ban/hang/noi-lai', joinLine)
line.post('/ban/hang/:deed', takeDeed)
