import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from '../env.ts'
import { requireDoor, requireOfficer } from '../session.ts'
import { doAnswer, showAnswer } from './answer.tsx'
import { signByProgram } from './copies/by-program.ts'
import { showCopies, streamPending } from './copies/show-copies.tsx'
import { showOne } from './copies/show-one.tsx'
import { doReturn, doSign } from './copies/sign-deeds.ts'
import { showChief } from './show-chief.tsx'

/** The chairman's page: who was unhappy, how the month goes, what is late. */
export const chief = new Hono<Env>()

chief.use('/lanh-dao', requireOfficer, requireDoor('ratings.answer'))
chief.use('/lanh-dao/*', requireOfficer, requireDoor('ratings.answer'))
chief.get('/lanh-dao', showChief)
chief.get('/lanh-dao/danh-gia/:id', (c) => showAnswer(c))
chief.post('/lanh-dao/danh-gia/:id', doAnswer)

/** A signed file and the form around it; every other form of the site is small. */
const takesSigned = bodyLimit({
  maxSize: 61 * 1024 * 1024,
  onError: (c) => c.text(c.get('w').site.errors.tooBig, 413),
})
const maySign = requireDoor('certification.sign')
chief.get('/lanh-dao/chung-thuc', maySign, showCopies)
chief.post('/lanh-dao/chung-thuc/ky', maySign, doSign)
chief.get('/lanh-dao/chung-thuc/luong', maySign, streamPending)
chief.get('/lanh-dao/chung-thuc/:id', maySign, showOne)
chief.post('/lanh-dao/chung-thuc/:id/tra-lai', maySign, doReturn)
chief.post('/lanh-dao/chung-thuc/:id/phan-mem', maySign, signByProgram.open)
chief.get('/lanh-dao/chung-thuc/:id/tep', maySign, signByProgram.fetch)
chief.post('/lanh-dao/chung-thuc/:id/tep', maySign, takesSigned, signByProgram.bring)
