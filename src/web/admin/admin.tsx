import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor, requireOfficer } from '../session.ts'
import { showAdmin } from './home.tsx'

/** Settings, calendar, accounts and the trail. Addresses: `paths.ts`. */
export const admin = new Hono<Env>()

admin.use('/quan-tri/*', requireOfficer)
admin.get('/quan-tri', requireDoor('offices.edit'), showAdmin)
