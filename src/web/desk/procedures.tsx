import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { doSetFee } from './procedures/set-fee.tsx'
import { showProcedure } from './procedures/show-procedure.tsx'
import { showProcedures } from './procedures/show-procedures.tsx'

/** What the desk knows of procedures. Addresses: `paths.ts`. */
export const procedures = new Hono<Env>()

procedures.get('/ban/thu-tuc', showProcedures)
procedures.get('/ban/thu-tuc/:code', (c) => showProcedure(c))
procedures.post('/ban/thu-tuc/:code', doSetFee)
