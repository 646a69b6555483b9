import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireOfficer } from '../session.ts'
import { days } from './days.tsx'
import { findAtDesk, openToday, showDesk } from './home.tsx'
import { procedures } from './procedures.tsx'
import { showReceive, takeReceive } from './receive.tsx'
import { reports } from './reports.tsx'

/**
 * The officers' desk. Everything below `/ban` is for who is signed in; each router names its pages
 * by their whole address, as `paths.ts` lists them.
 */
export const desk = new Hono<Env>()

desk.use('/ban/*', requireOfficer)
desk.get('/ban', showDesk)
desk.post('/ban', findAtDesk)
desk.post('/ban/mo-ngay/:id', openToday)
desk.get('/ban/tiep-nhan', showReceive)
desk.post('/ban/tiep-nhan', takeReceive)
desk.route('/', days)
desk.route('/', procedures)
desk.route('/', reports)
