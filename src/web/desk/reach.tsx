import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { sendPrint, showPrint } from './print/print-bulletin.tsx'
import { downloadPictureCsv, downloadPictureXlsx } from './reach/download.ts'
import { doNoteEffort, doRemoveEffort, doSetCosts, showEfforts } from './reach/efforts.tsx'
import { doMakeLinks, printLinks, sendQr, showLinks } from './reach/links.tsx'
import { doTellHeard, showTellHeard } from './reach/tell-heard.tsx'
import { showPicture } from './reach/show-picture.tsx'

/** Whom the news reaches, by which codes, and what was done for it. Addresses: `paths.ts`. */
export const reach = new Hono<Env>()

const mayRead = requireDoor('reports.read')
const mayWrite = requireDoor('outreach.write')

reach.get('/ban/do-phu', mayRead, showPicture)
reach.get('/ban/do-phu.csv', mayRead, downloadPictureCsv)
reach.get('/ban/do-phu.xlsx', mayRead, downloadPictureXlsx)
reach.get('/ban/do-phu/bao-tin', mayWrite, showEfforts)
reach.post('/ban/do-phu/bao-tin', mayWrite, doNoteEffort)
reach.post('/ban/do-phu/chi-phi', mayWrite, doSetCosts)
reach.post('/ban/do-phu/bao-tin/:id/bo', mayWrite, doRemoveEffort)
reach.get('/ban/do-phu/ma', mayWrite, showLinks)
reach.post('/ban/do-phu/ma', mayWrite, doMakeLinks)
reach.get('/ban/do-phu/ma/in', mayWrite, printLinks)
reach.get('/ban/do-phu/ma/:file', mayWrite, sendQr)
reach.get('/ban/do-phu/in/:id', mayWrite, showPrint)
reach.post('/ban/do-phu/in/:id', mayWrite, sendPrint)
reach.get('/ban/biet-tin/:visit', requireDoor('queue.run'), showTellHeard)
reach.post('/ban/biet-tin/:visit', requireDoor('queue.run'), doTellHeard)
