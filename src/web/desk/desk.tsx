import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { devices } from '../kiosk/devices.ts'
import { requireDoor, requireOfficer } from '../session.ts'
import { bookings } from './bookings.tsx'
import { bulletins } from './bulletins.tsx'
import { certification } from './certification.tsx'
import { days } from './days.tsx'
import { doRequest, revealNumbers } from './do-request.tsx'
import { findAtDesk, openToday, showDesk } from './home.tsx'
import { line } from './line/line.ts'
import { papers } from './papers.tsx'
import { procedures } from './procedures.tsx'
import { showDeskRating, takeDeskRating } from './rate.tsx'
import { showReceive, takeReceive } from './receive.tsx'
import { reach } from './reach.tsx'
import { reports } from './reports.tsx'
import { showRequest } from './request.tsx'
import { showRequests } from './requests.tsx'
import { showSlip } from './slip.tsx'

/**
 * The officers' desk. Everything below `/ban` is for who is signed in; each router names its pages
 * by their whole address, as `paths.ts` lists them.
 */
export const desk = new Hono<Env>()

const mayWork = requireDoor('requests.work')

desk.use('/ban/*', requireOfficer)
desk.get('/ban', showDesk)
desk.post('/ban', findAtDesk)
desk.post('/ban/mo-ngay/:id', openToday)
desk.get('/ban/tiep-nhan', mayWork, showReceive)
desk.post('/ban/tiep-nhan', mayWork, takeReceive)
desk.get('/ban/yeu-cau', showRequests)
desk.get('/ban/yeu-cau/:id', showRequest)
desk.get('/ban/yeu-cau/:id/phieu', showSlip)
desk.get('/ban/yeu-cau/:id/danh-gia', mayWork, showDeskRating)
desk.post('/ban/yeu-cau/:id/danh-gia', mayWork, takeDeskRating)
desk.post('/ban/yeu-cau/:id/xem-so', requireDoor('requests.reveal'), revealNumbers)
desk.route('/', papers)
desk.route('/', certification)
desk.post('/ban/yeu-cau/:id/:deed', mayWork, doRequest)
desk.route('/', bookings)
desk.route('/', days)
desk.route('/', bulletins)
desk.route('/', line)
desk.route('/', procedures)
desk.route('/', reports)
desk.route('/', reach)
desk.route('/', devices)
