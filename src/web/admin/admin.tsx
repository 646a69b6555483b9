import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { requireDoor, requireOfficer } from '../session.ts'
import { showAudit } from './audit.tsx'
import { answerClearDay, answerSetDay, showCalendar } from './calendar.tsx'
import { answerDistances, showDistances } from './distances.tsx'
import {
  answerAddHamlet,
  answerChangeHamlet,
  answerRemoveHamlet,
  showHamlet,
  showHamlets,
} from './hamlets.tsx'
import { showAdmin } from './home.tsx'
import { answerHours, showHours } from './hours.tsx'
import { answerKeeping, answerLineRules, showLineRules } from './line.tsx'
import { answerAddCounter, answerCounter, showCounter, showCounters } from './line-counters.tsx'
import { answerLineMinutes, showLineMinutes } from './line-minutes.tsx'
import { answerNeighbours, showNeighbours } from './neighbours.tsx'
import {
  answerChangeOfficer,
  answerEndSessions,
  answerResetPassword,
  answerTurnOffTotp,
  showOfficer,
} from './officer.tsx'
import { answerHire, showOfficers } from './officers.tsx'
import { answerOffice, showOffice } from './office.tsx'
import { answerKeepingPapers, showKeeping } from './papers.tsx'
import { answerAddVenue, answerChangeVenue, showVenue, showVenues } from './venues.tsx'

/** Settings, calendar, accounts and the trail. Addresses: `paths.ts`. */
export const admin = new Hono<Env>()

admin.use('/quan-tri/*', requireOfficer)

const settings = requireDoor('offices.edit')
admin.get('/quan-tri', settings, showAdmin)
admin.get('/quan-tri/don-vi', settings, showOffice)
admin.post('/quan-tri/don-vi', settings, answerOffice)
admin.get('/quan-tri/anh-giay-to', settings, showKeeping)
admin.post('/quan-tri/anh-giay-to', settings, answerKeepingPapers)
admin.get('/quan-tri/dia-diem', settings, showVenues)
admin.post('/quan-tri/dia-diem', settings, answerAddVenue)
admin.get('/quan-tri/dia-diem/:id', settings, showVenue)
admin.post('/quan-tri/dia-diem/:id', settings, answerChangeVenue)
admin.get('/quan-tri/thon', settings, showHamlets)
admin.post('/quan-tri/thon', settings, answerAddHamlet)
admin.get('/quan-tri/thon/:id', settings, showHamlet)
admin.post('/quan-tri/thon/:id', settings, answerChangeHamlet)
admin.post('/quan-tri/thon/:id/bo', settings, answerRemoveHamlet)
admin.get('/quan-tri/lan-can', settings, showNeighbours)
admin.post('/quan-tri/lan-can', settings, answerNeighbours)
admin.get('/quan-tri/khoang-cach', settings, showDistances)
admin.post('/quan-tri/khoang-cach', settings, answerDistances)
admin.get('/quan-tri/xep-hang', settings, showLineRules)
admin.post('/quan-tri/xep-hang', settings, answerLineRules)
admin.post('/quan-tri/xep-hang/giu', settings, answerKeeping)
admin.get('/quan-tri/xep-hang/thoi-gian', settings, showLineMinutes)
admin.post('/quan-tri/xep-hang/thoi-gian', settings, answerLineMinutes)
admin.get('/quan-tri/xep-hang/quay', settings, showCounters)
admin.post('/quan-tri/xep-hang/quay', settings, answerAddCounter)
admin.get('/quan-tri/xep-hang/quay/:number', settings, showCounter)
admin.post('/quan-tri/xep-hang/quay/:number', settings, answerCounter)

const accounts = requireDoor('identity.manage')
admin.get('/quan-tri/can-bo', accounts, showOfficers)
admin.post('/quan-tri/can-bo', accounts, answerHire)
admin.get('/quan-tri/can-bo/:id', accounts, showOfficer)
admin.post('/quan-tri/can-bo/:id', accounts, answerChangeOfficer)
admin.post('/quan-tri/can-bo/:id/mat-khau', accounts, answerResetPassword)
admin.post('/quan-tri/can-bo/:id/phien', accounts, answerEndSessions)
admin.post('/quan-tri/can-bo/:id/hai-buoc', accounts, answerTurnOffTotp)

const calendar = requireDoor('calendar.edit')
admin.get('/quan-tri/lich', calendar, showCalendar)
admin.post('/quan-tri/lich', calendar, answerSetDay)
admin.post('/quan-tri/lich/bo', calendar, answerClearDay)
admin.get('/quan-tri/gio', calendar, showHours)
admin.post('/quan-tri/gio', calendar, answerHours)

admin.get('/quan-tri/nhat-ky', requireDoor('audit.read'), showAudit)
