import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { isUuid } from '../public/is-uuid.ts'
import { doDeed, isDeed } from './days/day-deeds.tsx'
import { showDeed } from './days/deed-page.tsx'
import { doExtraDay, showExtraDay } from './days/extra-day.tsx'
import { doEndProgramme, showEndProgramme } from './days/end-programme.tsx'
import {
  doAddProgramme,
  doChangeProgramme,
  showNewProgramme,
  showProgramme,
} from './days/programme-pages.tsx'
import { doOpen, showDay } from './days/show-day.tsx'
import { doPlan, showDays } from './days/show-days.tsx'

/** Service days and the programmes that they come from. Addresses: `paths.ts`. */
export const days = new Hono<Env>()

days.get('/ban/ngay', (c) => showDays(c))
days.post('/ban/ngay/lap-lich', doPlan)
days.get('/ban/ngay/them-ngay', (c) => showExtraDay(c))
days.post('/ban/ngay/them-ngay', doExtraDay)
days.get('/ban/ngay/:id', (c) => showDay(c))
days.post('/ban/ngay/:id/mo', doOpen)
days.get('/ban/ngay/:id/:deed', (c) => {
  const { id, deed } = c.req.param()
  return isUuid(id) && isDeed(deed) ? showDeed(c, deed) : c.notFound()
})
days.post('/ban/ngay/:id/:deed', doDeed)

days.get('/ban/chuong-trinh/moi', (c) => showNewProgramme(c))
days.post('/ban/chuong-trinh/moi', doAddProgramme)
days.get('/ban/chuong-trinh/:id', (c) => showProgramme(c))
days.post('/ban/chuong-trinh/:id', doChangeProgramme)
days.get('/ban/chuong-trinh/:id/ket-thuc', (c) => showEndProgramme(c))
days.post('/ban/chuong-trinh/:id/ket-thuc', doEndProgramme)
