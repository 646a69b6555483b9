import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { downloadCsv, downloadXlsx } from './reports/download.ts'
import { showReport } from './reports/show-report.tsx'

/** The office's report of any period. Addresses: `paths.ts`. */
export const reports = new Hono<Env>()

reports.get('/ban/bao-cao', requireDoor('reports.read'), showReport)
reports.get('/ban/bao-cao.csv', requireDoor('reports.read'), downloadCsv)
reports.get('/ban/bao-cao.xlsx', requireDoor('reports.read'), downloadXlsx)
