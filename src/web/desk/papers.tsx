import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { moveCorners, showCorners, turn } from './papers/corners.tsx'
import { takesFiles } from './papers/read-sent.ts'
import { showFile } from './papers/send-file.ts'
import { showDisplayable } from './papers/show-displayable.ts'
import { download, move, remove, showPaper, verify } from './papers/show-paper.tsx'
import { addPages, addPart, showPapers, takeOver } from './papers/show-papers.tsx'
import { showPhone, streamPapers } from './papers/show-phone.tsx'
import { partMegabytes } from './papers/take-part.ts'

/** Pictures and scans of a request's papers. */
export const papers = new Hono<Env>()

const mayWork = requireDoor('requests.work')
const several = takesFiles(80)

papers.get('/ban/yeu-cau/:id/anh', showPapers)
papers.post('/ban/yeu-cau/:id/anh', mayWork, several, addPages)
papers.put('/ban/yeu-cau/:id/anh/gui/:key', mayWork, takesFiles(partMegabytes), addPart)
papers.post('/ban/yeu-cau/:id/anh/dien-thoai', mayWork, showPhone)
papers.get('/ban/yeu-cau/:id/anh/luong', streamPapers)
papers.get('/ban/yeu-cau/:id/anh/:paper', showPaper)
papers.get('/ban/yeu-cau/:id/anh/:paper/tai-ve', download)
papers.post('/ban/yeu-cau/:id/anh/:paper/doi-chieu', mayWork, verify)
papers.post('/ban/yeu-cau/:id/anh/:paper/dung-lai', mayWork, takeOver)
papers.get('/ban/yeu-cau/:id/anh/:paper/trang/:page', mayWork, showCorners)
papers.post('/ban/yeu-cau/:id/anh/:paper/trang/:page', mayWork, moveCorners)
papers.get('/ban/yeu-cau/:id/anh/:paper/trang/:page/xem', showFile('made'))
papers.get('/ban/yeu-cau/:id/anh/:paper/trang/:page/goc', showFile('original'))
papers.get('/ban/yeu-cau/:id/anh/:paper/trang/:page/anh-goc', showDisplayable)
papers.post('/ban/yeu-cau/:id/anh/:paper/trang/:page/xoay', mayWork, turn)
papers.post('/ban/yeu-cau/:id/anh/:paper/trang/:page/bo', mayWork, remove)
papers.post('/ban/yeu-cau/:id/anh/:paper/trang/:page/:way{len|xuong}', mayWork, move)
