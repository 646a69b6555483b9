import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { doAsk, showAsk } from './certification/ask-copy.tsx'
import {
  doClose,
  doCorrect,
  doReveal,
  downloadBook,
  downloadWhole,
} from './certification/book-deeds.ts'
import { doCompare, doDeliver, doEnd } from './certification/copy-deeds.ts'
import { sendElsewhere, showElsewhere, takeElsewhere } from './certification/elsewhere.tsx'
import { doGoOn, doSeal } from './certification/queue-deeds.ts'
import { sealByProgram } from './certification/seal-by-program.ts'
import { sendCopy } from './certification/send-copy.ts'
import { showBook } from './certification/show-book.tsx'
import { showBooks } from './certification/show-books.tsx'
import { showCash } from './certification/show-cash.tsx'
import { showCopy } from './certification/show-copy.tsx'
import { showQueue } from './certification/show-queue.tsx'
import { showSlip } from './certification/show-slip.tsx'
import { takesFiles } from './papers/read-sent.ts'

/** Certified copies: asked for, compared, sealed, handed over, and their books. Addresses: `paths.ts`. */
export const certification = new Hono<Env>()

const mayRead = requireDoor('requests.read')
const mayWork = requireDoor('certification.work')
const mayReveal = requireDoor('requests.reveal')
const maySeal = requireDoor('signing.seal')
const maySign = requireDoor('certification.sign')

certification.get('/ban/yeu-cau/:id/chung-thuc', mayWork, showAsk)
certification.post('/ban/yeu-cau/:id/chung-thuc', mayWork, doAsk)
certification.get('/ban/yeu-cau/:id/ban-sao-noi-khac', mayWork, showElsewhere)
certification.post('/ban/yeu-cau/:id/ban-sao-noi-khac', mayWork, takesFiles(32), takeElsewhere)
certification.get('/ban/ban-sao-noi-khac/:id/tep', mayRead, sendElsewhere)
certification.get('/ban/chung-thuc', mayWork, showQueue)
certification.post('/ban/chung-thuc/dong-dau', maySeal, doSeal)
certification.post('/ban/chung-thuc/lam-tiep', mayWork, doGoOn)
certification.get('/ban/chung-thuc/:id', mayRead, showCopy)
certification.post('/ban/chung-thuc/:id/doi-chieu', mayWork, doCompare)
certification.post('/ban/chung-thuc/:id/trao', mayWork, doDeliver)
certification.post('/ban/chung-thuc/:id/tra-lai', mayRead, doEnd('tra-lai'))
certification.post('/ban/chung-thuc/:id/huy', maySign, doEnd('huy'))
certification.post('/ban/chung-thuc/:id/thu-hoi', maySign, doEnd('thu-hoi'))
certification.get('/ban/chung-thuc/:id/tep', mayRead, sendCopy)
certification.post('/ban/chung-thuc/:id/phan-mem', maySeal, sealByProgram.open)
certification.get('/ban/chung-thuc/:id/tep-dau', maySeal, sealByProgram.fetch)
certification.post('/ban/chung-thuc/:id/tep-dau', maySeal, takesFiles(61), sealByProgram.bring)
certification.get('/ban/chung-thuc/:id/phieu', mayRead, showSlip)
certification.get('/ban/so-chung-thuc', mayRead, showBooks)
certification.get('/ban/so-chung-thuc/:year/:medium', mayRead, showBook)
certification.get('/ban/so-chung-thuc/:year/:medium/so.xlsx', mayRead, downloadBook)
certification.post('/ban/so-chung-thuc/:year/:medium/xem-so', mayReveal, doReveal)
certification.post('/ban/so-chung-thuc/:year/:medium/xem-so/so.xlsx', mayReveal, downloadWhole)
certification.post('/ban/so-chung-thuc/:year/:medium/sua', mayWork, doCorrect)
certification.post('/ban/so-chung-thuc/:year/:medium/dong', maySign, doClose)
certification.get('/ban/thu-phi', mayRead, showCash)
