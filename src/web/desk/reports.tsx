import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { downloadLineCsv, downloadLineXlsx } from './line-figures/download.ts'
import { showLineFigures } from './line-figures/show-line-figures.tsx'
import { downloadCsv, downloadXlsx } from './reports/download.ts'
import { showReport } from './reports/show-report.tsx'

/** The office's report of any period. Addresses: `paths.ts`. */
export const reports = new Hono<Env>()

reports.get('/ban/bao-cao', requireDoor('reports.read'), showReport)
reports.get('/ban/bao-cao.csv', requireDoor('reports.read'), downloadCsv)
reports.get('/ban/bao-cao.xlsx', requireDoor('reports.read'), downloadXlsx)
reports.get('/ban/bao-cao/xep-hang', requireDoor('reports.read'), showLineFigures)
reports.get('/ban/bao-cao/xep-hang.csv', requireDoor('reports.read'), downloadLineCsv)
reports.get('/ban/bao-cao/xep-hang.xlsx', requireDoor('reports.read'), downloadLineXlsx)
