import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from '../env.ts'
import { requireDoor } from '../session.ts'
import { showAiring } from './bulletins/airing-page.tsx'
import { doBulletin } from './bulletins/bulletin-deeds.ts'
import { answerProof, doPublish, showChannels } from './bulletins/channels-page.tsx'
import { doLogAiring, showLogAiring } from './bulletins/log-airing-page.tsx'
import { answerPicture, dropPicture, takePicture } from './bulletins/pictures.ts'
import { showScript } from './bulletins/script-sheet.tsx'
import {
  doCloseFeed,
  doOpenFeed,
  doSettings,
  doShortForm,
  showSettings,
} from './bulletins/settings-page.tsx'
import { showBulletin } from './bulletins/show-bulletin.tsx'
import { doDraftNext, showBulletins } from './bulletins/show-bulletins.tsx'
import { answerSound } from './bulletins/sound.ts'
import { streamSendings } from './bulletins/sending-section.tsx'
import { doStory, showStory } from './bulletins/story-page.tsx'
import { doRetryPush, doStuck, showStuck } from './bulletins/stuck-page.tsx'
import { doSubscriber, showSubscribers } from './bulletins/subscribers-page.tsx'
import { takeRecording } from './bulletins/take-recording.ts'
import { doTemplate, showTemplate, showTemplates } from './bulletins/templates-page.tsx'
import { doText, showTexts } from './bulletins/texts-page.tsx'
import {
  doEditBulletin,
  doNewBulletin,
  showEditBulletin,
  showNewBulletin,
} from './bulletins/write-bulletin.tsx'

/**
 * Bulletins: written and aired by who may write, read and approved by the chairman too. Addresses:
 * `paths.ts`.
 */
export const bulletins = new Hono<Env>()

const mayWrite = requireDoor('outreach.write')
/** A recording of 12 MB and the form around it; every other form of the site is small. */
const recordingSize = 13 * 1024 * 1024
/** A picture of 15 MB and the form around it. */
const pictureSize = 16 * 1024 * 1024

const takesPicture = bodyLimit({
  maxSize: pictureSize,
  onError: (c) => c.text(c.get('w').outreach.refusals['outreach.picture_too_large'], 413),
})

bulletins.get('/ban/loa', mayWrite, showAiring)
bulletins.get('/ban/tin', mayWrite, showBulletins)
bulletins.post('/ban/tin/soan', mayWrite, doDraftNext)
bulletins.get('/ban/tin/moi', mayWrite, showNewBulletin)
bulletins.post('/ban/tin/moi', mayWrite, doNewBulletin)
bulletins.get('/ban/tin/cai-dat', mayWrite, (c) => showSettings(c))
bulletins.post('/ban/tin/cai-dat', mayWrite, doSettings)
bulletins.post('/ban/tin/cai-dat/chu-tat', mayWrite, doShortForm)
bulletins.post('/ban/tin/cai-dat/mo-nguon', mayWrite, doOpenFeed)
bulletins.post('/ban/tin/cai-dat/dong-nguon', mayWrite, doCloseFeed)
bulletins.get('/ban/tin/cau-chuyen', mayWrite, (c) => showStory(c))
bulletins.post('/ban/tin/cau-chuyen', mayWrite, doStory)
bulletins.get('/ban/tin/mau', mayWrite, showTemplates)
bulletins.get('/ban/tin/mau/:kind', mayWrite, showTemplate)
bulletins.post('/ban/tin/mau/:kind', mayWrite, doTemplate)
bulletins.get('/ban/tin/tac', mayWrite, (c) => showStuck(c))
bulletins.post('/ban/tin/tac/loa', mayWrite, doRetryPush)
bulletins.post('/ban/tin/tac/:deed', mayWrite, doStuck)
bulletins.get('/ban/tin/nguoi-nhan', mayWrite, (c) => showSubscribers(c))
bulletins.post('/ban/tin/nguoi-nhan', mayWrite, doSubscriber)
bulletins.get('/ban/tin/:id/luong', streamSendings)
bulletins.get('/ban/tin/:id', (c) => showBulletin(c))
bulletins.get('/ban/tin/:id/sua', mayWrite, showEditBulletin)
bulletins.post('/ban/tin/:id/sua', mayWrite, doEditBulletin)
bulletins.get('/ban/tin/:id/loa', showScript)
bulletins.get('/ban/tin/:id/kenh', mayWrite, (c) => showChannels(c))
bulletins.post('/ban/tin/:id/kenh', mayWrite, takesPicture, doPublish)
bulletins.get('/ban/tin/:id/bang-chung/:publication', answerProof)
bulletins.get('/ban/tin/:id/chu', mayWrite, (c) => showTexts(c))
bulletins.post('/ban/tin/:id/chu', mayWrite, doText)
bulletins.post('/ban/tin/:id/hinh', mayWrite, takesPicture, takePicture)
bulletins.post('/ban/tin/:id/bo-hinh', mayWrite, dropPicture)
bulletins.get('/ban/tin/:id/hinh/:picture', answerPicture)
bulletins.get('/ban/tin/:id/phat', mayWrite, (c) => showLogAiring(c))
bulletins.post('/ban/tin/:id/phat', mayWrite, doLogAiring)
bulletins.post(
  '/ban/tin/:id/thu-am',
  mayWrite,
  bodyLimit({
    maxSize: recordingSize,
    onError: (c) => c.text(c.get('w').outreach.refusals['outreach.recording_too_large'], 413),
  }),
  takeRecording,
)
bulletins.get('/ban/tin/:id/am-thanh/:file', answerSound)
bulletins.post('/ban/tin/:id/:deed', doBulletin)
