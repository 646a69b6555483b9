import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from '../env.ts'
import { withOffice } from '../public/with-office.ts'
import { takeSmsReport } from './take-sms-report.ts'
import { takeZaloEvent } from './take-zalo-event.ts'

/** An event is a few hundred bytes. */
const largestEvent = 64 * 1024

/**
 * Where services tell us what happened there. They carry no session: each proves itself by its own
 * signature or secret, before anything is read, and is answered at once.
 */
export const webhooks = new Hono<Env>()

const small = bodyLimit({ maxSize: largestEvent, onError: (c) => c.text('', 413) })
webhooks.use('/nhan/zalo/:office', withOffice)
webhooks.post('/nhan/zalo/:office', small, takeZaloEvent)
webhooks.use('/nhan/sms/:office', withOffice)
webhooks.get('/nhan/sms/:office', takeSmsReport)
webhooks.post('/nhan/sms/:office', small, takeSmsReport)
