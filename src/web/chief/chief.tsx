import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor, requireOfficer } from '../session.ts'
import { doAnswer, showAnswer } from './answer.tsx'
import { showChief } from './show-chief.tsx'

/** The chairman's page: who was unhappy, how the month goes, what is late. */
export const chief = new Hono<Env>()

chief.use('/lanh-dao', requireOfficer, requireDoor('ratings.answer'))
chief.use('/lanh-dao/*', requireOfficer, requireDoor('ratings.answer'))
chief.get('/lanh-dao', showChief)
chief.get('/lanh-dao/danh-gia/:id', (c) => showAnswer(c))
chief.post('/lanh-dao/danh-gia/:id', doAnswer)
