import { Hono } from 'hono'
import { registerKinds } from '#src/modules/reach/index.ts'
import type { Env } from '../env.ts'
import { paths } from '../paths.ts'
import { requireDoor, requireOfficer } from '../session.ts'
import { showAudit } from './audit.tsx'
import {
  doNeed,
  doPreview,
  doSymbols,
  doTariff,
  doTemplate,
} from './certification/setting-deeds.ts'
import { showSettings } from './certification/show-settings.tsx'
import { answerClearDay, answerSetDay, showCalendar } from './calendar.tsx'
import {
  answerAccountDeed,
  answerChoice,
  answerConnect,
  answerRule,
  answerTest,
} from './channels/channel-deeds.tsx'
import { showChannel } from './channels/channel-page.tsx'
import { answerAddSpeaker, answerCloseSpeaker, showChannelList } from './channels/channels-page.tsx'
import { answerBack, answerPage } from './channels/oauth.tsx'
import { answerDistances, showDistances } from './distances.tsx'
import {
  answerAddBusiness,
  answerBusinessPhone,
  answerChangeBusiness,
  showBusiness,
  showBusinesses,
} from './businesses.tsx'
import {
  answerAddHamlet,
  answerChangeHamlet,
  answerHamletPhone,
  answerRemoveHamlet,
  showHamlet,
  showHamlets,
} from './hamlets.tsx'
import { showAdmin } from './home.tsx'
import { answerHours, showHours } from './hours.tsx'
import { answerKeeping, answerLineRules, showLineRules } from './line.tsx'
import { answerAddCounter, answerCounter, showCounter, showCounters } from './line-counters.tsx'
import { answerLineMinutes, showLineMinutes } from './line-minutes.tsx'
import { answerImport, downloadTemplate, showImport } from './import-register.tsx'
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
import {
  answerAddRoots,
  answerCheckSigning,
  answerRemoveKey,
  answerRemoveRoot,
  answerSigningSetting,
  showSigning,
} from './signing.tsx'
import { answerSigningKeyNew, showSigningKeyNew } from './signing-key.tsx'
import { answerTexts, showTexts } from './texts.tsx'
import { answerAddVenue, answerChangeVenue, showVenue, showVenues } from './venues.tsx'

/** Settings, calendar, accounts and the trail. Addresses: `paths.ts`. */
export const admin = new Hono<Env>()

admin.use('/quan-tri/*', requireOfficer)

const settings = requireDoor('offices.edit')
admin.get('/quan-tri', settings, showAdmin)
admin.get('/quan-tri/don-vi', settings, showOffice)
admin.post('/quan-tri/don-vi', settings, answerOffice)
admin.get('/quan-tri/loi-nhan', settings, showTexts)
admin.post('/quan-tri/loi-nhan/:kind', settings, answerTexts)
admin.get('/quan-tri/anh-giay-to', settings, showKeeping)
admin.post('/quan-tri/anh-giay-to', settings, answerKeepingPapers)
admin.get('/quan-tri/chung-thuc', settings, showSettings)
admin.post('/quan-tri/chung-thuc/loi-chung', settings, doTemplate)
admin.post('/quan-tri/chung-thuc/xem-thu', settings, doPreview)
admin.post('/quan-tri/chung-thuc/ky-hieu', settings, doSymbols)
admin.post('/quan-tri/chung-thuc/muc-phi', settings, doTariff)
admin.post('/quan-tri/chung-thuc/can-khong', settings, doNeed)
admin.get('/quan-tri/dia-diem', settings, showVenues)
admin.post('/quan-tri/dia-diem', settings, answerAddVenue)
admin.get('/quan-tri/dia-diem/:id', settings, showVenue)
admin.post('/quan-tri/dia-diem/:id', settings, answerChangeVenue)
admin.get('/quan-tri/thon', settings, showHamlets)
admin.post('/quan-tri/thon', settings, answerAddHamlet)
admin.get('/quan-tri/thon/:id', settings, showHamlet)
admin.post('/quan-tri/thon/:id', settings, answerChangeHamlet)
admin.post('/quan-tri/thon/:id/bo', settings, answerRemoveHamlet)
admin.post('/quan-tri/thon/:id/so', settings, answerHamletPhone)
admin.get('/quan-tri/doanh-nghiep', settings, showBusinesses)
admin.post('/quan-tri/doanh-nghiep', settings, answerAddBusiness)
admin.get('/quan-tri/doanh-nghiep/:id', settings, showBusiness)
admin.post('/quan-tri/doanh-nghiep/:id', settings, answerChangeBusiness)
admin.post('/quan-tri/doanh-nghiep/:id/so', settings, answerBusinessPhone)
for (const kind of registerKinds) {
  admin.get(paths.adminImport(kind), settings, showImport(kind))
  admin.post(paths.adminImport(kind), settings, answerImport(kind))
  admin.get(`${paths.adminImport(kind)}/mau.xlsx`, settings, downloadTemplate(kind))
}
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
admin.get('/quan-tri/kenh', settings, (c) => showChannelList(c))
admin.post('/quan-tri/kenh/loa/noi', settings, answerAddSpeaker)
admin.post('/quan-tri/kenh/loa/ngat', settings, answerCloseSpeaker)
admin.get('/quan-tri/kenh/:door', settings, (c) => showChannel(c))
admin.get('/quan-tri/kenh/:door/ve', settings, answerBack)
admin.post('/quan-tri/kenh/:door/noi', settings, answerConnect)
admin.post('/quan-tri/kenh/:door/trang', settings, answerPage)
admin.post('/quan-tri/kenh/:door/gioi-han', settings, answerRule)
admin.post('/quan-tri/kenh/:door/chon', settings, answerChoice)
admin.post('/quan-tri/kenh/:door/thu', settings, answerTest)
admin.post('/quan-tri/kenh/:door/:deed', settings, answerAccountDeed)
admin.get('/quan-tri/ky-so', settings, showSigning)
admin.post('/quan-tri/ky-so/kiem-tra', settings, answerCheckSigning)
admin.post('/quan-tri/ky-so/cai-dat', settings, answerSigningSetting)
admin.post('/quan-tri/ky-so/goc', settings, answerAddRoots)
admin.post('/quan-tri/ky-so/goc/:fingerprint/bo', settings, answerRemoveRoot)
admin.get('/quan-tri/ky-so/khoa-moi/:kind', settings, showSigningKeyNew)
admin.post('/quan-tri/ky-so/khoa-moi/:kind', settings, answerSigningKeyNew)
admin.post('/quan-tri/ky-so/khoa/:id/go', settings, answerRemoveKey)

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
